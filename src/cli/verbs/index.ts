import type { Verb } from '../verb.ts';
import { check } from './check.ts';
import { demo } from './demo.ts';
import { newVerb } from './new.ts';
import { schema } from './schema.ts';
import { settle } from './settle.ts';
import { show } from './show.ts';
import { statement } from './statement.ts';
import { tryVerb } from './try.ts';
import { why } from './why.ts';

/** Every verb, in the order in which a page lives. */
export const verbs: readonly Verb[] = [
  demo,
  newVerb,
  check,
  tryVerb,
  show,
  settle,
  why,
  statement,
  schema,
];

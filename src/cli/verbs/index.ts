import type { Verb } from '../verb.ts';
import { backup } from './backup.ts';
import { bundle } from './bundle.ts';
import { call } from './call.ts';
import { check } from './check.ts';
import { compare } from './compare.ts';
import { demo } from './demo.ts';
import { foundVerb } from './found.ts';
import { journal } from './journal.ts';
import { newVerb } from './new.ts';
import { recompute } from './recompute.ts';
import { restore } from './restore.ts';
import { schema } from './schema.ts';
import { send } from './send.ts';
import { serve } from './serve.ts';
import { settle } from './settle.ts';
import { show } from './show.ts';
import { statement } from './statement.ts';
import { tryVerb } from './try.ts';
import { verify } from './verify.ts';
import { wayBackVerb } from './way-back.ts';
import { why } from './why.ts';

/** Every verb, in the order in which a page lives. */
export const verbs: readonly Verb[] = [
  serve,
  backup,
  restore,
  foundVerb,
  wayBackVerb,
  call,
  send,
  demo,
  newVerb,
  check,
  tryVerb,
  show,
  settle,
  why,
  statement,
  compare,
  journal,
  bundle,
  recompute,
  verify,
  schema,
];

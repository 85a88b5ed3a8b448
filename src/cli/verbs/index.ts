import type { Verb } from '../verb.ts';
import { check } from './check.ts';
import { show } from './show.ts';

/** Every verb, in the order in which a page lives. */
export const verbs: readonly Verb[] = [check, show];

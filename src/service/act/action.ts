import type { Static, TSchema } from 'typebox';
import type { Result } from '../../problem/index.ts';
import type { Reach, Tx } from '../../store/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Duty } from '../access/duties.ts';
import type { Service } from './service.ts';

/** Who may do it: anyone at all, whoever has signed in, or whoever has one of these duties. */
export type Who = 'anyone' | 'signed in' | readonly Duty[];

/** What an organisation is in a programme. */
export type Part = 'commissioner' | 'provider' | 'verifier' | 'payer' | 'auditor' | 'referrer';

/** The part of the service that an action belongs to; tokens are given for areas. */
export type Area =
  | 'sign-in'
  | 'organisations'
  | 'programmes'
  | 'joining'
  | 'people'
  | 'facts'
  | 'money'
  | 'record';

/**
 * Something that can be done, as data: screens, the API, the command line and the tests of who may
 * do what are made from it. A change is recorded in the chain of its programme or organisation.
 */
export type Action<Input extends TSchema = TSchema, Output extends TSchema = TSchema> = Readonly<{
  /** `area.verb_object`, as in `programmes.publish_page`: also the name in the record. */
  name: `${Area}.${string}`;
  kind: 'read' | 'change';
  who: Who;
  /**
   * Where the input names a `programme`: the parts one of which the organisation acted for must
   * have in it. To anyone else the programme does not exist.
   */
  parts?: readonly Part[];
  /** Whether an answer shows amounts of money; case workers are refused. */
  showsMoney?: boolean;
  /** Whether the answer holds a secret: it is given once, and not kept for who asks again. */
  givesSecret?: boolean;
  /** Another reach than the actor's own, for looking up who signs in. */
  reach?: Reach;
  /** One sentence for the API's description. */
  summary: string;
  input: Input;
  output: Output;
  // Written as a method, so that a list may hold actions of different inputs.
  run(work: Work, input: Static<Input>): Promise<Result<Static<Output>>>;
}>;

/** Declares an action, so that its types follow from its schemas. */
export function action<Input extends TSchema, Output extends TSchema>(
  declared: Action<Input, Output>,
): Action<Input, Output> {
  return declared;
}

/** What an action works with: one transaction, who acts, and the moment of the work. */
export type Work = Readonly<{
  tx: Tx;
  actor: Actor;
  service: Service;
  /** The moment, in ISO 8601 and UTC; an action reads no clock. */
  now: string;
  /** The day of that moment where the service is. */
  today: string;
  /**
   * Says what the record keeps of this change: references, hashes and counts, nothing personal.
   * Without it nothing but the name of the action is kept. May be said once for each chain.
   */
  note: (noted: Noted) => void;
  /** Done after the transaction has been kept, such as waking a job; must bear being lost. */
  afterwards: (work: () => Promise<void>) => void;
}>;

/** An entry of the record, in the chain of the first of these that is named, or of who acts. */
export type Noted = Readonly<{
  programme?: string;
  organisation?: string;
  account?: string;
  about: Readonly<Record<string, unknown>>;
  fingerprint?: Uint8Array;
}>;

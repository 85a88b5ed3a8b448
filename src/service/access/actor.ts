import type { Reach } from '../../store/index.ts';
import { type Duty, seesMoney } from './duties.ts';

/** Who asks. */
export type Actor =
  | Readonly<{ kind: 'anyone' }>
  | Readonly<{
      kind: 'account';
      account: string;
      name: string;
      /** The organisation that is acted for; none where somebody belongs to none so far. */
      organisation?: Readonly<{ id: string; name: string }>;
      /** All that they belong to, that one included. */
      organisations: readonly Readonly<{ id: string; name: string }>[];
      duties: readonly Duty[];
      /** A sign-in in the browser, or a token of the API with what it may be used for. */
      by: Readonly<{ way: 'sign-in'; mark: string }> | Readonly<{ way: 'token'; scopes: Scopes }>;
    }>
  /** The service itself: jobs of its own, and loading the demonstration. */
  | Readonly<{ kind: 'service' }>;

export type AccountActor = Extract<Actor, { kind: 'account' }>;

/** What a token may be used for: areas of work, each to read or to change. */
export type Scopes = readonly string[];

/** Whether somebody's duties show them no amounts of money. The service itself is bound by none. */
export function seesNoMoney(actor: Actor): boolean {
  return actor.kind === 'account' && !seesMoney(actor.duties);
}

/** What the database lets through for this actor. */
export function reachOf(actor: Actor): Reach {
  switch (actor.kind) {
    case 'anyone':
      return { reach: 'public' };
    case 'service':
      return { reach: 'upkeep' };
    case 'account':
      return actor.organisation === undefined
        ? { reach: 'account', account: actor.account }
        : {
            reach: 'organisation',
            organisation: actor.organisation.id,
            account: actor.account,
          };
  }
}

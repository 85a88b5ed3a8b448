import type { Asked } from './once.ts';
import { getRow, kept, type Tx } from './tx.ts';

/** What something that is asked for stands on, before any of it is done. */
export type Ground = Readonly<{
  /** Whether the organisation has one of the parts in the programme today. */
  hasPart: boolean;
  /** When the record of the programme was last added to. */
  headAt: string | null;
  /** Whether the key is taken by this request: not so where it was used before. */
  isTaken: boolean;
}>;

/** The programme that is named, the parts one of which is needed there, and the key of a change. */
export type GroundAsked = Readonly<{
  programme?: string | undefined;
  organisation?: string | undefined;
  parts?: readonly string[] | undefined;
  once?: Asked | undefined;
}>;

const standing = `exists (select from party where programme = $1::uuid and organisation = $2::uuid
    and part = any($3) and left_at is null) as "hasPart",
  (select at from head_of($1::uuid)) as "headAt"`;

const standingOf = kept(`select ${standing}, true as "isTaken"`);

// Whoever sends the same at the same time waits here until the first has ended.
const standingUnderKey = kept(`with taken as (
    insert into once (account, key, act, request_hash, at) values ($4, $5, $6, $7, $8)
      on conflict do nothing returning true)
  select ${standing}, exists (select from taken) as "isTaken"`);

/** What is asked before anything else, in one question; none where there is nothing to ask. */
export async function findGround(tx: Tx, asked: GroundAsked): Promise<Ground> {
  const { programme, organisation, parts = [], once } = asked;
  if (programme === undefined && once === undefined) {
    return { hasPart: false, headAt: null, isTaken: true };
  }
  const values = [programme ?? null, organisation ?? null, parts];
  if (once === undefined) return getRow(tx, standingOf, values);
  const { account, key, act, requestHash, at } = once;
  return getRow(tx, standingUnderKey, [...values, account, key, act, requestHash, at]);
}

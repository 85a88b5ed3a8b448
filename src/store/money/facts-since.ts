import { getRow, type Tx } from '../tx.ts';

/** What has come into a programme since a settlement of what was known by a day. */
export type SinceSettled = Readonly<{ hasFacts: boolean; erased: number }>;

/**
 * Whether facts known by a day have come in after one, and how many participants have been erased:
 * those that came after are looked at alone. A fact that was on its way then may bear a smaller
 * number, so who relies on it counts them all with `countKnownFacts`.
 */
export async function findSinceSettled(
  tx: Tx,
  {
    programme,
    knownAt,
    through,
  }: Readonly<{ programme: string; knownAt: string; through: bigint }>,
): Promise<SinceSettled> {
  return getRow(
    tx,
    `select exists (select from fact where programme = $1 and number > $3 and known <= $2)
        as "hasFacts",
      (select count(*)::integer from participant
        where programme = $1 and erased_at is not null) as erased`,
    [programme, knownAt, through],
  );
}

import { rows, type Tx } from '../tx.ts';
import type { Provider } from './providers.ts';

/** A provider that a day has brought something to. */
export type Due = Pick<Provider, 'programme' | 'organisation'> &
  Readonly<{
    /** A condition ran out before the day, and it is not paused for it. */
    hasLapsed: boolean;
    /** Its notice, or its time to mend a condition, was over before the day. */
    hasLeft: boolean;
  }>;

/**
 * Providers that the days have brought something to, of all programmes or for one. Where more was
 * done in a programme already than the day says, the day of that counts.
 */
export async function listDue(
  tx: Tx,
  { today, whose }: Readonly<{ today: string; whose?: Omit<Due, 'hasLapsed' | 'hasLeft'> }>,
): Promise<readonly Due[]> {
  return rows<Due>(
    tx,
    `select * from (
        select provider.programme, provider.organisation,
          state = 'admitted' and not 'condition' = any(paused_by) and exists (
            select from (
              select distinct on (condition) until from condition_shown shown
              where shown.programme = provider.programme
                and shown.organisation = provider.organisation
              order by condition, number desc) last
            where until < day) as "hasLapsed",
          coalesce(leaves_on < day, false) as "hasLeft"
        from provider
        cross join lateral (
          select greatest($1::date, (select at::date from head_of(provider.programme))) as day
        ) reckoned
        where state in ('admitted', 'leaving')
          and ($2::uuid is null or (provider.programme, provider.organisation) = ($2, $3))
      ) due where "hasLapsed" or "hasLeft"
      order by programme, organisation`,
    [today, whose?.programme ?? null, whose?.organisation ?? null],
  );
}

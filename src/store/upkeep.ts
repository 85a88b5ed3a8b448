import { change, getRow, rows, type Tx } from './tx.ts';

/** Something that the upkeep could not do. */
export type LeftUndone = Readonly<{
  /** Which part of the upkeep. */
  part: string;
  programme: string | null;
  /** A provider, participant or file, by its reference. */
  about: string | null;
  /** The problems that it met. */
  codes: readonly string[];
}>;

/** Begins the upkeep of a day, where it is not done yet and was not tried too often. */
export async function beginUpkeep(
  tx: Tx,
  { day, triesMax }: Readonly<{ day: string; triesMax: number }>,
): Promise<boolean> {
  const begun = await change(
    tx,
    `insert into upkeep (day, tries, is_done) values ($1, 1, false)
      on conflict (is_one) do update set day = excluded.day, is_done = false,
        tries = case when upkeep.day = excluded.day then upkeep.tries + 1 else 1 end
      where upkeep.day < excluded.day
        or (upkeep.day = excluded.day and not upkeep.is_done and upkeep.tries < $2)`,
    [day, triesMax],
  );
  return begun === 1;
}

/** Keeps that all of the upkeep of a day was done. */
export async function endUpkeep(tx: Tx, day: string): Promise<void> {
  await change(tx, 'update upkeep set is_done = true where day = $1', [day]);
}

/** Keeps what was left undone in place of what was before; gives what had not been left before. */
export async function keepLeftUndone(
  tx: Tx,
  { left, at }: Readonly<{ left: readonly LeftUndone[]; at: string }>,
): Promise<readonly LeftUndone[]> {
  const added: LeftUndone[] = [];
  for (const each of left) {
    const { isNew } = await getRow<{ isNew: boolean }>(
      tx,
      `insert into left_undone (part, programme, about, codes, since, tried_at)
        values ($1, $2, $3, $4, $5, $5)
        on conflict (part, programme, about)
        do update set codes = excluded.codes, tried_at = excluded.tried_at
        returning xmax = 0 as "isNew"`,
      [each.part, each.programme, each.about, each.codes, at],
    );
    if (isNew) added.push(each);
  }
  await change(
    tx,
    `delete from left_undone gone where not exists (
      select from unnest($1::text[], $2::uuid[], $3::uuid[]) as left_now(part, programme, about)
      where left_now.part = gone.part and left_now.programme is not distinct from gone.programme
        and left_now.about is not distinct from gone.about)`,
    [
      left.map(({ part }) => part),
      left.map(({ programme }) => programme),
      left.map(({ about }) => about),
    ],
  );
  return added;
}

/** What was left undone of the programmes that are reached, since when, and how they are named. */
export async function listLeftUndone(
  tx: Tx,
): Promise<readonly (LeftUndone & Readonly<{ programme: string; name: string; since: string }>)[]> {
  return rows(
    tx,
    `select part, left_undone.programme, about, codes, since,
        case when is_about_safety then neutral_name else name end as name
      from left_undone join programme on programme.id = left_undone.programme
      order by since, part, about limit 200`,
  );
}

import { change, rows, type Tx } from '../tx.ts';
import type { KeptAnswers } from './applications.ts';

/** Until when a provider has shown that it meets a condition. */
export type ConditionShown = Readonly<{
  programme: string;
  organisation: string;
  condition: string;
  shownOn: string;
  /** The last day on which it holds; none for until further notice. */
  until: string | null;
  answers: KeptAnswers;
}>;

const columns = `programme, organisation, condition, shown_on as "shownOn", until, answers`;

/** The last that was shown for each condition. */
const last = `select distinct on (programme, organisation, condition) ${columns}
  from condition_shown`;

const lastFirst = 'order by programme, organisation, condition, number desc';

/** Keeps what was shown for a condition; it counts from now on. */
export async function addConditionShown(
  tx: Tx,
  shown: ConditionShown & Readonly<{ by: string; at: string }>,
): Promise<void> {
  await change(
    tx,
    `insert into condition_shown
        (programme, organisation, condition, number, shown_on, until, answers, by, at)
      select $1, $2, $3, coalesce(max(number), 0) + 1, $4::date, $5::date, $6::jsonb, $7::uuid,
        $8::timestamptz
      from condition_shown where programme = $1 and organisation = $2 and condition = $3`,
    [
      shown.programme,
      shown.organisation,
      shown.condition,
      shown.shownOn,
      shown.until,
      JSON.stringify(shown.answers),
      shown.by,
      shown.at,
    ],
  );
}

/** What counts of a programme's providers, or of one of them, as far as it is reached. */
export async function listConditionsShown(
  tx: Tx,
  { programme, organisation }: Readonly<{ programme: string; organisation?: string }>,
): Promise<readonly ConditionShown[]> {
  return rows(
    tx,
    `${last} where programme = $1 and ($2::uuid is null or organisation = $2) ${lastFirst}`,
    [programme, organisation ?? null],
  );
}

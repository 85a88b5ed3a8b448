import type { PeriodPlan } from '../plan/period-plan.ts';
import { dayWords, listWords, quotedWords } from '../why/words.ts';
import type { Asked, Numbers } from './numbers.ts';
import { kindsNotComplete, recordFor, recordsOf } from './record.ts';

/** Whether the record on which a number rests is complete, and that of what it is against. */
export function recordSentences(numbers: Numbers, { taking }: Asked): readonly string[] {
  const { cohort, measure } = taking;
  const value = measure.against?.value;
  const periods = [cohort, ...(value?.is === 'cohort' ? [value.cohort] : [])];
  return periods.flatMap((period) => recordSentence(numbers, taking, period) ?? []);
}

function recordSentence(
  { records, asAt }: Numbers,
  taking: Asked['taking'],
  period: PeriodPlan,
): string | undefined {
  const asked = recordFor(taking, period);
  if (asked === undefined) return undefined;
  const { source, kinds, days } = asked;
  const lacking = kindsNotComplete(records, asked, asAt.knownBy);
  const record = (of: readonly string[]) => `The record of ${quotedWords(of)} by ${source}`;
  const span = `from ${dayWords(days.first)} to ${dayWords(days.last)}`;
  if (lacking.length > 0) return `${record(lacking)} is not complete ${span}.`;
  const ids = recordsOf(records, asked, asAt.knownBy).map(({ id }) => id);
  return `${record(kinds)} is complete ${span} (${listWords(ids)}).`;
}

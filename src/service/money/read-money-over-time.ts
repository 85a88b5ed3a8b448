import Type from 'typebox';
import { formatMajor } from '../../money/index.ts';
import {
  findLastApproved,
  listMoneyOverTime,
  listMonthsOfOutcomes,
  type StoredSettlement,
} from '../../store/money/index.ts';
import { action, type Work } from '../act/index.ts';
import { dayShape, idShape, listOf, moneyShape, nothingElse } from '../programmes/shapes.ts';
import { pagesOf } from './pages-of.ts';
import { wholeFor } from './who-sees.ts';

/** So many settlements are seen at once: five years of months. */
const settlementsMost = 60;

/** How the money of a programme went from settlement to settlement, and its outcomes by month. */
export const readMoneyOverTime = action({
  ...wholeFor,
  kind: 'read',
  name: 'money.read_over_time',
  summary: 'Shows what each settlement paid, held and left waiting, and outcomes by month.',
  input: Type.Object({ programme: idShape }, nothingElse),
  output: Type.Object(
    {
      currency: Type.Optional(Type.String()),
      /** Approved settlements, oldest first. */
      settlements: listOf(
        Type.Object(
          {
            settlement: idShape,
            number: Type.Integer(),
            asAt: dayShape,
            paid: moneyShape,
            /** Earned by then, and not paid while it is disputed. */
            held: moneyShape,
            /** What would be owed besides, if everything that waits were verified. */
            unverified: moneyShape,
          },
          nothingElse,
        ),
      ),
      /** Lines of outcomes in the last that was approved, by the month of their days. */
      outcomes: listOf(Type.Object({ month: Type.String(), lines: Type.Integer() }, nothingElse)),
    },
    nothingElse,
  ),
  run: async (work, { programme }) => {
    const last = await findLastApproved(work.tx, programme);
    if (last === undefined) return { ok: true, value: { settlements: [], outcomes: [] } };
    const { currency } = last;
    const outcomes = await outcomesOf(work, last);
    if (!outcomes.ok) return outcomes;
    const settled = await listMoneyOverTime(work.tx, { programme, most: settlementsMost });
    const money = (units: bigint) => formatMajor(units, currency);
    return {
      ok: true,
      value: {
        currency,
        settlements: settled.map(({ paid, held, unverified, ...rest }) => {
          return { ...rest, paid: money(paid), held: money(held), unverified: money(unverified) };
        }),
        outcomes: outcomes.value,
      },
    };
  },
});

/** Without grants, fees and measures, which are no outcomes of people. */
async function outcomesOf({ tx }: Work, { programme, id, versions }: StoredSettlement) {
  const pages = await pagesOf(tx, programme, versions);
  if (!pages.ok) return pages;
  const names = new Set(
    pages.value.pages.flatMap(({ read }) =>
      read.contract.outcomes.outcomes.map(({ name }) => name),
    ),
  );
  const months = new Map<string, number>();
  for (const { outcome, month, lines } of await listMonthsOfOutcomes(tx, {
    programme,
    settlement: id,
  })) {
    if (names.has(outcome)) months.set(month, (months.get(month) ?? 0) + lines);
  }
  return { ok: true, value: [...months].map(([month, lines]) => ({ month, lines })) } as const;
}

import Type from 'typebox';
import type { ResultNotPaid } from '../../settlement/index.ts';
import type { Tx } from '../../store/index.ts';
import {
  findLineDays,
  findSettlement,
  listChanges,
  listLines,
  listUnpaid,
  type StoredChange,
  type StoredSettlement,
} from '../../store/money/index.ts';
import { action } from '../act/index.ts';
import { dayShape, idShape, listOf, moneyShape, nothingElse } from '../programmes/shapes.ts';
import { settlementNotThere } from './problems.ts';
import { nameShape, ofSettlement, stretch, stretchMost } from './shapes.ts';
import { linesFor } from './who-sees.ts';

const optional = { text: Type.Optional(Type.String()), day: Type.Optional(dayShape) };

const payerPart = Type.Object({ payer: Type.String(), amount: moneyShape }, nothingElse);

/** A line as a result has it (docs/settlement.md), with its place in line. */
export const lineOutput = Type.Object(
  {
    place: Type.Integer(),
    line: Type.String(),
    clause: Type.String(),
    participant: Type.Optional(idShape),
    cohort: optional.text,
    period: optional.text,
    provider: Type.String(),
    payer: Type.String(),
    payee: Type.String(),
    outcome: Type.String(),
    number: Type.Union([Type.Integer(), Type.String()]),
    group: optional.text,
    day: dayShape,
    payableOn: Type.Union([dayShape, Type.Null()]),
    earnedOn: optional.day,
    quantity: Type.String(),
    price: Type.String(),
    gross: moneyShape,
    amount: moneyShape,
    version: Type.Integer(),
    payers: Type.Optional(listOf(payerPart)),
    notPaid: listOf(
      Type.Object(
        {
          reason: Type.String(),
          amount: moneyShape,
          clause: Type.String(),
          waitsFor: Type.Optional(
            Type.Object({ measure: Type.String(), takenOn: dayShape }, nothingElse),
          ),
        },
        nothingElse,
      ),
    ),
  },
  nothingElse,
);

const asked = Type.Object(
  { ...ofSettlement, payee: Type.Optional(nameShape), ...stretch },
  nothingElse,
);

const forAll = { ...linesFor, kind: 'read' } as const;

/** Lines of a settlement in place in line. */
export const listOfLines = action({
  ...forAll,
  name: 'money.list_lines',
  summary: 'Lists lines of a settlement in place in line, with what is not paid and why.',
  input: asked,
  output: Type.Object(
    { lines: listOf(lineOutput), after: Type.Optional(Type.Integer()) },
    nothingElse,
  ),
  run: async ({ tx }, { most = stretchMost, ...of }) => {
    const stored = await findSettlement(tx, of);
    if (stored === undefined) return { ok: false, problems: [settlementNotThere()] };
    const range = { ...of, currency: stored.currency };
    const found = await listLines(tx, { ...range, most: most + 1 });
    const unpaid = await listUnpaid(tx, { ...range, most });
    const shown = found.slice(0, most);
    const last = shown.at(-1);
    return {
      ok: true,
      value: {
        lines: shown.map(({ place, line }) => {
          const own = unpaid.filter((each) => each.line === line.line);
          return { place, ...line, notPaid: own.map(withoutLine) };
        }),
        ...(found.length > most && last ? { after: last.place } : {}),
      },
    };
  },
});

function withoutLine(notPaid: ResultNotPaid): Omit<ResultNotPaid, 'line'> {
  const { line: _, ...why } = notPaid;
  return why;
}

/** The days of lines that changed: a line that is gone has its day in the settlement before. */
async function daysOf(
  tx: Tx,
  { programme, id, previous }: StoredSettlement,
  changes: readonly StoredChange[],
): Promise<ReadonlyMap<string, string>> {
  const lines = changes.map(({ change }) => change.line);
  const now = lines.map((line) => ({ settlement: id, line }));
  const days = await findLineDays(tx, programme, now);
  const gone = lines.filter((line) => previous !== null && !days.has(line));
  if (gone.length === 0) return days;
  const before = gone.map((line) => ({ settlement: previous ?? '', line }));
  return new Map([...days, ...(await findLineDays(tx, programme, before))]);
}

/** What changed since the settlement before, and what moved it. */
export const listOfChanges = action({
  ...forAll,
  name: 'money.list_changes',
  summary: 'Lists what changed since the settlement before, each with what moved it.',
  input: asked,
  output: Type.Object(
    {
      changes: listOf(
        Type.Object(
          {
            place: Type.Integer(),
            line: Type.String(),
            clause: Type.String(),
            outcome: Type.String(),
            participant: Type.Optional(idShape),
            provider: Type.String(),
            payee: Type.String(),
            /** The day of the line, here or where it stood before. */
            day: Type.Optional(dayShape),
            takenBack: moneyShape,
            paid: moneyShape,
            payers: listOf(Type.Unknown()),
            /** As a result has it: what it is, and the facts, line, days or version behind it. */
            cause: Type.Object({ is: Type.String() }),
          },
          nothingElse,
        ),
      ),
      after: Type.Optional(Type.Integer()),
    },
    nothingElse,
  ),
  run: async ({ tx }, { most = stretchMost, ...of }) => {
    const stored = await findSettlement(tx, of);
    if (stored === undefined) return { ok: false, problems: [settlementNotThere()] };
    const range = { ...of, currency: stored.currency, most: most + 1 };
    const found = await listChanges(tx, range);
    const shown = found.slice(0, most);
    const last = shown.at(-1);
    const days = await daysOf(tx, stored, shown);
    return {
      ok: true,
      value: {
        changes: shown.map(({ place, change }) => {
          const day = days.get(change.line);
          return { place, ...change, ...(day === undefined ? {} : { day }) };
        }),
        ...(found.length > most && last ? { after: last.place } : {}),
      },
    };
  },
});

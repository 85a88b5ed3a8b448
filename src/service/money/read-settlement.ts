import Type from 'typebox';
import { formatMajor } from '../../money/index.ts';
import { listVersions } from '../../store/index.ts';
import {
  findSettlement,
  getSummary,
  type LineSum,
  listSettlements,
  listStatements,
  sumChanges,
  sumLines,
} from '../../store/money/index.ts';
import { action, type Work } from '../act/index.ts';
import { listOf, moneyShape, nothingElse, problemShape } from '../programmes/shapes.ts';
import { findOvertakenSince } from './find-overtaken.ts';
import { settlementNotThere } from './problems.ts';
import { shownSettlement, shownSum } from './settlement-shown.ts';
import { ofSettlement, settlementOutput, stretch, stretchMost, sumOutput } from './shapes.ts';
import { shownStatement, statementOutput } from './statement-shown.ts';
import { wholeFor } from './who-sees.ts';

const causeOutput = Type.Object(
  { cause: Type.String(), changes: Type.Integer(), takenBack: moneyShape, paid: moneyShape },
  nothingElse,
);

const countsOutput = Type.Object(
  {
    achieved: Type.Integer(),
    notAchieved: Type.Integer(),
    notYetDue: Type.Integer(),
    notKnown: Type.Integer(),
    setAside: Type.Integer(),
  },
  nothingElse,
);

/** Everything about one settlement but its lines. */
export const readSettlement = action({
  name: 'money.read_settlement',
  ...wholeFor,
  kind: 'read',
  summary: 'Shows a settlement: its sums, what changed, its statements and what is worth a look.',
  input: Type.Object(ofSettlement, nothingElse),
  output: Type.Object(
    {
      settlement: settlementOutput,
      /** The page's own numbers of the versions that it rests on. */
      versions: listOf(Type.Integer()),
      statuses: countsOutput,
      byProvider: listOf(sumOutput),
      byOutcome: listOf(sumOutput),
      byMonth: listOf(sumOutput),
      changes: listOf(causeOutput),
      statements: listOf(statementOutput),
      reserved: Type.Optional(
        Type.Object(
          {
            attachments: Type.Integer(),
            amount: moneyShape,
            left: Type.Union([moneyShape, Type.Null()]),
          },
          nothingElse,
        ),
      ),
      problems: listOf(problemShape),
      /** What has come in since that it should rest on: it must be prepared anew. */
      overtaken: Type.Optional(
        Type.Union([Type.Literal('facts'), Type.Literal('page'), Type.Literal('erasure')]),
      ),
    },
    nothingElse,
  ),
  run: read,
});

async function read({ tx }: Work, of: Readonly<{ programme: string; settlement: string }>) {
  const stored = await findSettlement(tx, of);
  if (stored === undefined) return { ok: false, problems: [settlementNotThere()] } as const;
  const { currency } = stored;
  const { summary, problems } = await getSummary(tx, of);
  const money = (units: bigint) => formatMajor(units, currency);
  const overtaken = stored.state === 'prepared' ? await findOvertakenSince(tx, stored) : undefined;
  const versions = await listVersions(tx, of.programme);
  const [listed] = await listSettlements(tx, {
    programme: of.programme,
    before: stored.number + 1,
    most: 1,
  });
  const sums = await sumLines(tx, of);
  const shown = (found: readonly LineSum[]) => found.map((sum) => shownSum(sum, currency));
  const causes = await sumChanges(tx, of);
  const statements = await listStatements(tx, of);
  return {
    ok: true,
    value: {
      settlement: shownSettlement(listed ?? { ...stored, totalUnits: null, paidUnits: null }),
      versions: versions
        .filter(({ number }) => stored.versions.includes(number))
        .map(({ ownNumber }) => ownNumber)
        .toSorted((one, other) => one - other),
      statuses: summary.statuses,
      byProvider: shown(sums.provider),
      byOutcome: shown(sums.outcome),
      byMonth: shown(sums.month),
      changes: causes.map(({ cause, changes, takenBack, paid }) => {
        return { cause, changes: Number(changes), takenBack: money(takenBack), paid: money(paid) };
      }),
      statements: statements.map((each) => shownStatement(each, currency)),
      ...(summary.reserved === undefined ? {} : { reserved: summary.reserved }),
      problems: problems as [],
      ...(overtaken === undefined ? {} : { overtaken }),
    },
  } as const;
}

/** The settlements of a programme, newest first. */
export const listOfSettlements = action({
  name: 'money.list_settlements',
  kind: 'read',
  who: ['commissioner', 'finance_preparer', 'finance_approver', 'provider_finance', 'auditor'],
  parts: ['commissioner', 'auditor', 'provider', 'payer'],
  showsMoney: true,
  summary: 'Lists the settlements of a programme, newest first.',
  input: Type.Object(
    {
      programme: ofSettlement.programme,
      /** From before this number on. */
      before: Type.Optional(Type.Integer({ minimum: 1 })),
      most: stretch.most,
    },
    nothingElse,
  ),
  output: Type.Object(
    { settlements: listOf(settlementOutput), before: Type.Optional(Type.Integer()) },
    nothingElse,
  ),
  run: async ({ tx }, { programme, before = 2 ** 31 - 1, most = stretchMost }) => {
    const found = await listSettlements(tx, { programme, before, most: most + 1 });
    const shown = found.slice(0, most);
    const last = shown.at(-1);
    return {
      ok: true,
      value: {
        settlements: shown.map(shownSettlement),
        ...(found.length > most && last ? { before: last.number } : {}),
      },
    };
  },
});

import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { getCurrency, unitsOfMajor } from '../../money/index.ts';
import {
  type LineSum,
  lineWeights,
  type OwedByColumn,
  type ResultNotPaid,
  weightOfEach,
} from '../../settlement/index.ts';
import { quotedText } from '../parquet/column-query.ts';
import type { SumsBeside, UnpaidInPlace } from '../settling/settlement-sums.ts';
import type { Earlier } from './open-earlier.ts';

/** What lines come to that stand as they stood. */
export type StandingLines = SumsBeside & Readonly<{ amount: bigint }>;

/** Earlier lines in two parts. */
export type EarlierParts = Readonly<{
  /** The lines of some participants alone. */
  own: Earlier;
  /** What those of all others come to, which is being added up. */
  others: Promise<StandingLines>;
}>;

/** Parts earlier lines into those of some participants and those of all others. */
export async function partEarlier(
  earlier: Earlier,
  moving: Iterable<string>,
): Promise<EarlierParts> {
  const { connection, from, summary } = earlier;
  await connection.run('create or replace temp table moving (name varchar)');
  const appender = await connection.createAppender('moving');
  for (const name of moving) {
    appender.appendVarchar(name);
    appender.endRow();
  }
  appender.closeSync();
  const own = `(select * from ${from} semi join moving on participant = name)`;
  const others = sumsIn(
    connection,
    `${from} anti join moving on participant = name`,
    summary.currency,
  );
  // Whoever asks for it is told that it failed; until then nobody has.
  others.catch(() => undefined);
  return { own: { ...earlier, from: own }, others };
}

/**
 * Whether lines of a file weigh, of each participant, what those of a settlement do. Then they are
 * taken for these and are not read: what was mixed up shows, what somebody has altered need not.
 */
export async function areLinesOf(
  { connection, from, summary }: Earlier,
  owed: OwedByColumn,
): Promise<boolean> {
  const texts = new Map<string, number>();
  const weights = weightOfEach(owed, (text) => {
    const number = texts.get(text) ?? texts.size + 1;
    texts.set(text, number);
    return number;
  });
  if (weights === undefined) return false;
  await keepNumbers(connection, texts);
  const unit = 10 ** getCurrency(summary.currency).exponent;
  const days = (cell: string) => `(${cell} - date '1970-01-01')`;
  const { line, ...weighed } = lineWeights;
  const numbers: Record<keyof typeof weighed, string> = {
    gross: `gross * ${unit}`,
    amount: `amount * ${unit}`,
    day: days('day'),
    payableOn: `coalesce(${days('payableOn')}, 0)`,
    version: 'version',
    unpaid: '(notPaid is not null)::integer',
    // What no line says today has no number.
    clause: 'coalesce(clauses.number, 0)',
    provider: 'coalesce(providers.number, 0)',
    payee: 'coalesce(payees.number, 0)',
  };
  const parts = (Object.keys(numbers) as (keyof typeof weighed)[]).map(
    (name) => `(${numbers[name]})::double * ${weighed[name]}`,
  );
  const result = await connection.stream(
    `select participant, sum(${[line, ...parts].join(' + ')}) from ${from}
      left join texts clauses on clause = clauses.text
      left join texts providers on provider = providers.text
      left join texts payees on payee = payees.text
      group by participant`,
  );
  let [count, others] = [0, 0];
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return others === 0 && count === weights.size;
    for (const [participant, weight] of chunk.getRows()) {
      count += 1;
      if (weights.get(String(participant)) !== weight) others += 1;
    }
  }
}

/** The numbers that stand for texts, as a table. */
async function keepNumbers(
  connection: DuckDBConnection,
  texts: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = [...texts].map(([text, number]) => `(${quotedText(text)}, ${number})`);
  await connection.run('create or replace temp table texts (text varchar, number integer)');
  if (rows.length > 0) await connection.run(`insert into texts values ${rows.join(', ')}`);
}

async function sumsIn(
  connection: DuckDBConnection,
  from: string,
  currency: string,
): Promise<StandingLines> {
  const unit = 10 ** getCurrency(currency).exponent;
  const units = (name: string) => `(sum(${name}) * ${unit})::bigint`;
  const first = (cell: string) =>
    `coalesce((arg_min_null(${cell}, ${inLine}) filter (notPaid is not null))::varchar, '')`;
  const found = await connection.runAndReadAll(`
    select clause, outcome, "group", payee, notPaid, count(*), ${units('gross')},
      ${units('amount')}, ${first('payableOn')}, ${first('day')}, ${first('participant')}
    from ${from} group by clause, outcome, "group", payee, notPaid order by min(file_row_number)`);
  const lines: LineSum[] = [];
  const unpaid = new Map<string, UnpaidInPlace>();
  for (const row of found.getRows()) {
    lines.push(lineSum(row));
    for (const each of unpaidOf(row)) {
      const before = unpaid.get(each.reason);
      const { count, amount } = before ?? { count: 0, amount: 0n };
      unpaid.set(each.reason, {
        ...(before ?? each),
        count: count + each.count,
        amount: amount + each.amount,
      });
    }
  }
  return {
    count: lines.reduce((sum, { count }) => sum + count, 0),
    amount: lines.reduce((sum, { amount }) => sum + amount, 0n),
    lines,
    unpaid: [...unpaid.values()],
  };
}

/**
 * The place of a line in line, as one number: payable day, of which what waits has none and comes
 * last, day, and where it stands in the file, in which those of one day stand by participant.
 */
const inLine = `((coalesce(payableOn - date '0001-01-01', 4000000)::hugeint * 4000000
  + (day - date '0001-01-01')) * 4294967296 + file_row_number)`;

function lineSum(row: readonly DuckDBValue[]): LineSum {
  const [clause, outcome, group, payee, , count, gross, amount] = row;
  return {
    clause: String(clause),
    outcome: String(outcome),
    ...(group === null ? {} : { group: String(group) }),
    payee: String(payee),
    count: Number(count),
    gross: gross as bigint,
    amount: amount as bigint,
  };
}

/** What of so many lines is not paid, that are all unpaid alike. */
function unpaidOf(row: readonly DuckDBValue[]): readonly UnpaidInPlace[] {
  const [, , , , text, lines, , , payableOn, day, participant] = row;
  if (text === null) return [];
  const parts = JSON.parse(String(text)) as readonly ResultNotPaid[];
  const first = [payableOn, day, participant].map(String) as [string, string, string];
  return parts.map(({ reason, amount }) => {
    const count = Number(lines);
    return { reason, count, amount: unitsOfMajor(amount) * BigInt(count), first };
  });
}

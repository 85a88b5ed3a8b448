import { formatMajor } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import type { ResultNotPaid, SeenLine } from '../../settlement/index.ts';
import { copyOut } from '../copy-out.ts';
import { isReference } from '../facts/index.ts';
import type { Tx } from '../tx.ts';
import { type LineRow, lineFrom } from './settlement-lines.ts';
import type { Of } from './settlements.ts';

/** A line as it was settled, and the day on which more was last paid for it. */
export type KeptLine = SeenLine & Readonly<{ paidOn: string | null }>;

/**
 * All lines of a settlement, or those of some participants, in place in line as the database sends
 * them: rows of JSON, one a line. `linesInRows` reads them, wherever that is done.
 */
export async function* readLineRows(
  tx: Tx,
  { programme, settlement }: Of,
  participants?: readonly string[],
): AsyncGenerator<Buffer> {
  const named = [programme, settlement, ...(participants ?? [])];
  assert(named.every(isReference), 'settlements and participants are named by references');
  const of = `programme = '${programme}' and settlement = '${settlement}'`;
  const whose =
    participants === undefined ? '' : `and participant = any('{${participants.join()}}'::uuid[])`;
  // What is not paid is looked up line by line: where the database has no figures yet of what was
  // kept a moment ago, it would join all lines with all of that, pair by pair.
  // Texts go as they are: what COPY would write otherwise in them JSON has none of.
  yield* copyOut(
    tx,
    `copy (
      select json_build_array(line.place, line.line, clause, participant, cohort, period, provider,
        payer, payee, outcome, number, group_name, day, payable_on, earned_on, quantity, price,
        gross_units::text, amount_units::text, version, payers, last_paid_on,
        (select json_agg(json_build_array(unpaid.reason, unpaid.amount_units::text, unpaid.clause,
            unpaid.waits_for) order by unpaid.place)
          from settlement_unpaid unpaid where ${of} and unpaid.line = line.place))
      from settlement_line line where ${of} ${whose} order by line.place)
      to stdout (format csv, quote e'\\x01', delimiter e'\\x02')`,
  );
}

type Cells = readonly [
  place: number,
  line: string,
  clause: string,
  participant: string | null,
  cohort: string | null,
  period: string | null,
  provider: string,
  payer: string,
  payee: string,
  outcome: string,
  number: string,
  group: string | null,
  day: LineRow['day'],
  payableOn: LineRow['payableOn'],
  earnedOn: LineRow['earnedOn'],
  quantity: string,
  price: string,
  gross: string,
  amount: string,
  version: number,
  payers: LineRow['payers'],
  paidOn: string | null,
  unpaid: readonly Part[] | null,
];

type Part = readonly [
  reason: ResultNotPaid['reason'],
  amount: string,
  clause: string,
  waitsFor: NonNullable<ResultNotPaid['waitsFor']> | null,
];

/** Reads such rows in pieces of any size, and gives the lines that have come whole. */
export function linesInRows(currency: string): (piece: Uint8Array) => readonly KeptLine[] {
  const decoder = new TextDecoder();
  let rest = '';
  return (piece) => {
    const texts = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = texts.pop() ?? '';
    return texts.map((text) => keptFrom(JSON.parse(text) as Cells, currency));
  };
}

function keptFrom(cells: Cells, currency: string): KeptLine {
  const [place, line, clause, participant, cohort, period, provider, payer, payee, ...after] =
    cells;
  const [outcome, number, group, day, payableOn, earnedOn, quantity, price, ...rest] = after;
  const [gross, amount, version, payers, paidOn, unpaid] = rest;
  const named = { line, clause, participant, cohort, period, provider, payer, payee, outcome };
  const row = {
    ...named,
    number,
    group,
    day,
    payableOn,
    earnedOn,
    quantity,
    price,
    version,
    payers,
  };
  const whole = { ...row, place, gross: BigInt(gross), amount: BigInt(amount), paidOn };
  return {
    line: lineFrom(whole, currency).line,
    paidOn,
    notPaid: (unpaid ?? []).map(([reason, units, of, waitsFor]) => ({
      line,
      reason,
      amount: formatMajor(BigInt(units), currency),
      clause: of,
      ...(waitsFor === null ? {} : { waitsFor }),
    })),
  };
}

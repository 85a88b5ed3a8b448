import { dayOf } from '../../src/calendar/index.ts';
import type { Owed } from '../../src/settlement/index.ts';
import type { OracleLine } from '../oracle/line.ts';
import type { OracleOwed } from '../oracle/oracle.ts';

/** What is owed in plain text, one text for each line of money, so that two can be compared. */
export type Told = Readonly<{ lines: readonly string[]; statuses: string; total: string }>;

export function toldByOracle({ lines, forecast, statuses, total }: OracleOwed): Told {
  return {
    lines: [...lines.map(told), ...toldForecasts(forecast)],
    statuses: JSON.stringify(statuses),
    total: `${total}`,
  };
}

export function toldByEngine(owed: Owed): Told {
  const { achieved, notAchieved, notYetDue, notKnown, setAside } = owed.statuses;
  const statuses = { achieved, notAchieved, notYetDue, notKnown, setAside };
  return {
    lines: [
      ...linesOf(owed).map(told),
      ...toldForecasts(
        owed.forecast
          .filter((each) => !isOfClosing(each))
          .map(({ line, ...rest }) => ({ ...rest, identity: line })),
      ),
    ],
    statuses: JSON.stringify(statuses),
    total: `${owed.total}`,
  };
}

/** What is forecast of itself: the oracle has no pots and guarantees before their periods close. */
export function isOfClosing({ outcome }: Readonly<{ outcome: string }>): boolean {
  return outcome === 'pot' || outcome === 'guarantee';
}

function toldForecasts(forecast: OracleOwed['forecast']): string[] {
  return forecast
    .filter((each) => !isOfClosing(each))
    .map(({ identity, amount, closesOn }) => {
      return `forecast ${identity}: ${amount}, closes ${dayOf(closesOn)}`;
    })
    .sort();
}

/** The engine's lines in the oracle's form. */
export function linesOf({ lines, notPaid }: Owed): OracleLine[] {
  const withheld = new Map<
    string,
    { reason: OracleLine['notPaid'][number]['reason']; amount: bigint }[]
  >();
  for (const each of notPaid) withheld.set(each.line, [...(withheld.get(each.line) ?? []), each]);
  return lines.map((line) => ({
    identity: line.line,
    clause: line.clause,
    participant: line.participant ?? null,
    provider: line.provider,
    payee: line.payee,
    outcome: line.outcome,
    number: line.number,
    group: line.group ?? null,
    day: line.day,
    payableOn: line.payableOn ?? null,
    version: line.version,
    gross: line.gross,
    notPaid: withheld.get(line.line) ?? [],
    amount: line.amount,
    payers: line.payers ?? paidBy(line.payer, line.amount),
  }));
}

/** Where no payers are named the one payer pays all. */
function paidBy(payer: string, amount: bigint): OracleLine['payers'] {
  return amount === 0n ? [] : [{ payer, amount }];
}

function told(line: OracleLine): string {
  const reasons = new Map<string, bigint>();
  for (const { reason, amount } of line.notPaid) {
    reasons.set(reason, (reasons.get(reason) ?? 0n) + amount);
  }
  const withheld = [...reasons].map(([reason, amount]) => ` less ${amount} (${reason})`).join('');
  const payers = line.payers.map(({ payer, amount }) => `${amount} by ${payer}`);
  const payee = line.payee === line.provider ? '' : ` to ${line.payee}`;
  const payable = line.payableOn === null ? 'not yet' : dayOf(line.payableOn);
  return [
    `${line.clause} ${line.number}${line.participant === null ? ` (${line.identity})` : ''}`,
    `${line.participant ?? 'nobody'} (${line.group ?? 'no group'}) with ${line.provider}${payee}`,
    `on ${dayOf(line.day)}, payable ${payable}, version ${line.version}`,
    `${line.gross}${withheld} = ${line.amount}, ${payers.join(' and ')}`,
  ].join('; ');
}

/** The lines that only one of the two has, and whatever else differs; empty where nothing does. */
export function differencesOf(engine: Told, oracle: Told): string[] {
  const found = [
    ...engine.lines.filter((line) => !oracle.lines.includes(line)).map((each) => `engine ${each}`),
    ...oracle.lines.filter((line) => !engine.lines.includes(line)).map((each) => `oracle ${each}`),
  ];
  if (found.length === 0 && engine.lines.join() !== oracle.lines.join()) {
    const at = engine.lines.findIndex((line, index) => line !== oracle.lines[index]);
    found.push(`engine's order: ${engine.lines[at]}`, `oracle's order: ${oracle.lines[at]}`);
  }
  if (engine.statuses !== oracle.statuses) {
    found.push(`engine ${engine.statuses}`, `oracle ${oracle.statuses}`);
  }
  if (engine.total !== oracle.total) {
    found.push(`engine's total ${engine.total}`, `oracle's total ${oracle.total}`);
  }
  return found;
}

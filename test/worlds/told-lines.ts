import { dayOf } from '../../src/calendar/index.ts';
import type { Owed } from '../../src/settlement/index.ts';
import type { OracleOwed } from '../oracle/oracle.ts';

/** What is owed in plain text, one line of text for each line of money, so that two can be compared. */
export type Told = Readonly<{ lines: readonly string[]; statuses: string; total: string }>;

type ToldLine = Readonly<{
  clause: string;
  participant: string | null;
  provider: string;
  number: number | string;
  group: string | null;
  day: number;
  payableOn: number | null;
  version: number;
  gross: bigint;
  amount: bigint;
  notPaid: readonly Readonly<{ reason: string; amount: bigint }>[];
}>;

export function toldByOracle(owed: OracleOwed): Told {
  return {
    lines: owed.lines.map(told),
    statuses: JSON.stringify(owed.statuses),
    total: `${owed.total}`,
  };
}

function told(line: ToldLine): string {
  const withheld = line.notPaid.map(({ reason, amount }) => ` less ${amount} (${reason})`).join('');
  const payable = line.payableOn === null ? 'not yet' : dayOf(line.payableOn);
  return [
    `${line.clause} ${line.number}`,
    `${line.participant ?? 'nobody'} (${line.group ?? 'no group'}) with ${line.provider}`,
    `on ${dayOf(line.day)}, payable ${payable}, version ${line.version}`,
    `${line.gross}${withheld} = ${line.amount}`,
  ].join('; ');
}

import { type Day, dayOf } from '../../../src/calendar/index.ts';
import type { Fact } from '../../../src/facts/index.ts';
import { formatMoney } from '../../../src/money/index.ts';
import type { AsAtRequest, OutcomePlan, Owed, Plan } from '../../../src/settlement/index.ts';
import type { VersionPlan, WholePlan } from '../../../src/settlement/plan/plan.ts';
import { attached, type FactWords, happened } from './facts.ts';
import { anOutcome, aPlan } from './plan.ts';
import { aWhole } from './whole.ts';

/** Each attached on 1 April 2027: `A` to Bright Futures, `B of Harbour` to Harbour. */
export function attachedAtFirst(...names: readonly string[]): readonly Fact[] {
  return names.map((name) => {
    const [participant = '', provider = 'Bright Futures'] = name.split(' of ');
    return attached('2027-04-01', { id: `A-${participant}`, participant, provider });
  });
}

/** "level 2" happened to somebody. */
export function achieved(participant: string, day: Day, words: Partial<FactWords> = {}): Fact {
  const { kind = 'level 2' } = words;
  return happened(kind, day, { id: `${kind} ${participant} ${day}`, participant, ...words });
}

/** A plan of Settled, as often as it happens, that says this of all together. */
export function saying(
  whole: Partial<WholePlan>,
  outcomes: readonly OutcomePlan[] = [anOutcome({ times: 9 })],
  words: Partial<VersionPlan> = {},
): Plan {
  return aPlan(outcomes, { whole: aWhole(whole), ...words });
}

/** Each line in place in line: "A £220", and to whom where that is not its provider. */
export function paidInLine({ lines }: Owed): readonly string[] {
  return lines.map((line) => {
    const whose = line.participant ?? `${line.outcome} ${line.provider}`;
    const to = line.payee === line.provider ? '' : ` to ${line.payee}`;
    return `${whose}${to} ${money(line.amount)}`;
  });
}

/** Each line in place in line, and the day on which it is payable. */
export function payableInLine(settled: Owed): readonly string[] {
  return paidInLine(settled).map((said, at) => {
    const on = settled.lines[at]?.payableOn;
    return `${said} ${on === undefined ? 'waits' : dayOf(on)}`;
  });
}

/** Who pays how much of each line, in place in line: "Health £220, Police £80". */
export function payersInLine({ lines }: Owed): readonly string[] {
  return lines.map(({ payers = [] }) =>
    payers.map(({ payer, amount }) => `${payer} ${money(amount)}`).join(', '),
  );
}

/** What is not paid: whose line, why, and how much. */
export function unpaidInLine({ lines, notPaid }: Owed): readonly string[] {
  return notPaid.map(({ line, reason, amount }) => {
    const whose = lines.find((each) => each.line === line)?.participant ?? line;
    return `${whose} ${reason} ${money(amount)}`;
  });
}

/** The same request after somebody's facts were erased: its lines are given as settled. */
export function erasing(participant: string, settled: Owed): AsAtRequest {
  const given = settled.lines
    .filter((line) => line.participant === participant)
    .map((line) => {
      return { line, notPaid: settled.notPaid.filter((each) => each.line === line.line) };
    });
  return { ...settled.asAt, given };
}

function money(units: bigint): string {
  return formatMoney({ units, currency: 'GBP' });
}

import { unitsOfMajor } from '../../money/index.ts';
import type { OutstandingItem, PaidResult, ResultLine } from '../../settlement/index.ts';

/** What of a result does not agree with the rest of it, as no settlement leaves it. */
export function findDisagreement(result: PaidResult): string | undefined {
  return findWrongSum(result) ?? findWrongItem(result) ?? findLaterDay(result);
}

function findWrongSum({ lines, notPaid, total }: PaidResult): string | undefined {
  const unpaid = new Map<string, bigint>();
  for (const { line, amount } of notPaid) {
    unpaid.set(line, (unpaid.get(line) ?? 0n) + unitsOfMajor(amount));
  }
  for (const { line, gross, amount, payers } of lines) {
    const left = unitsOfMajor(gross) - (unpaid.get(line) ?? 0n);
    if (left !== unitsOfMajor(amount)) return `${line} is not its gross less what is not paid`;
    if (payers && sumOf(payers) !== unitsOfMajor(amount)) {
      return `the payers of ${line} do not pay its amount`;
    }
  }
  return sumOf(lines) === unitsOfMajor(total) ? undefined : 'its lines do not add up to its total';
}

/** What is held has been earned by a line of the payee's, and what is on account is claimed. */
function findWrongItem({ lines, notPaid, outstanding }: PaidResult): string | undefined {
  if (outstanding === undefined) return undefined;
  const byName = new Map(lines.map((line) => [line.line, line] as const));
  const waiting = new Set(
    notPaid.filter(({ reason }) => reason === 'not_verified').map(({ line }) => line),
  );
  const isOwn = (item: OutstandingItem, line: ResultLine | undefined): line is ResultLine =>
    line?.payee === item.payee;
  const held = outstanding.held.find((item) => {
    const line = byName.get(item.line);
    return !isOwn(item, line) || unitsOfMajor(item.amount) > unitsOfMajor(line.amount);
  });
  if (held) return `more is held for ${held.line} than it comes to`;
  const claim = outstanding.onAccount.find(
    (item) => !isOwn(item, byName.get(item.line)) || !waiting.has(item.line),
  );
  return claim && `something is on account for ${claim.line}, and nothing of it waits`;
}

/** Nothing was paid after the day of the settlement. */
function findLaterDay({ asAt, knownAt, outstanding }: PaidResult): string | undefined {
  const on = asAt > knownAt ? asAt : knownAt;
  const days = [
    ...(outstanding?.paid ?? []).map((each) => each.on),
    ...(outstanding?.debts ?? []).map(({ paidOn }) => paidOn ?? on),
  ];
  const later = days.find((day) => day > on);
  return later && `something was paid on ${later}, after its days`;
}

function sumOf(portions: readonly Readonly<{ amount: string }>[]): bigint {
  return portions.reduce((sum, { amount }) => sum + unitsOfMajor(amount), 0n);
}

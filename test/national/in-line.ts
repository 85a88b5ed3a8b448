import type { DayNumber } from '../../src/calendar/index.ts';
import type { Earned } from './lines-of-one.ts';
import { contractYearOf, type GroupTerms, outcomes, terms } from './terms.ts';

/** So much of a line that is not paid, and the clause that says so. Money is in pence. */
export type Unpaid = Readonly<{ reason: string; clause: string; amount: number }>;

/** A line as it is paid. Its keys stand in this order. */
export type PaidLine = Readonly<{
  line: string;
  participant: string;
  provider: string;
  group: string;
  outcome: string;
  number: number;
  day: DayNumber;
  payableOn: DayNumber | undefined;
  price: string;
  gross: number;
  amount: number;
  unpaid: readonly Unpaid[];
}>;

/** Steps 6 to 8 and 10 of the lines of all participants. */
export function paidInLine(lines: readonly Earned[]): readonly PaidLine[] {
  const placed = [...lines].sort(compareInLine);
  return limited(priced(placed));
}

/**
 * Step 6: "Payable day, outcome day, participant (none first), order on the page, number". What
 * waits "stands after all others".
 */
function compareInLine(a: Earned, b: Earned): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (
    (a.payableOn ?? last) - (b.payableOn ?? last) ||
    a.day - b.day ||
    compareTexts(a.participant, b.participant) ||
    outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome) ||
    a.number - b.number
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

type Priced = Earned & Readonly<{ price: number }>;

/**
 * Step 7: "The achievements of an outcome are counted in place in line, for each provider ... in
 * each year ... of it, by the outcome's day. ... each is paid that of the band in which its number
 * lies." "What is refused is not counted", nor is what waits: it has the price of the first band.
 */
function priced(placed: readonly Earned[]): readonly Priced[] {
  const counts = new Map<string, number>();
  return placed.map((line) => {
    if (line.outcome !== 'Job' || line.payableOn === undefined) {
      return { ...line, price: priceOf(line, 1) };
    }
    const among = `${line.provider}|${contractYearOf(line.day)}`;
    const count = (counts.get(among) ?? 0) + 1;
    counts.set(among, count);
    return { ...line, price: priceOf(line, count) };
  });
}

/** Step 8: the list price of the group; "the year is that of the outcome's day". */
function priceOf({ outcome, group, day }: Earned, count: number): number {
  const { attached, job, staying } = groupOf(group);
  switch (outcome) {
    case 'Attached': {
      const share = terms.attachedShares[Math.min(contractYearOf(day), 4) - 1] as number;
      return attached * share;
    }
    case 'Job':
      return 100 * (count <= terms.bandFirst ? job.first : job.further);
    case 'Staying':
      return 100 * staying;
  }
}

function groupOf(name: string): GroupTerms {
  return terms.groups.get(name) as GroupTerms;
}

/** The clause of a limit, whose sum it is, and how much that is in pounds. */
type Limit = Readonly<{ clause: string; of: string; most: number }>;

/**
 * Step 10: "One pass over all lines ... in place in line. Each is paid the least that any limit over
 * it has left, and uses that much of each. ... What is cut stays on the line as `limit` with the
 * clause of the limit that had least", between equals the first on the page. Of what waits, "what
 * the limits over it would cut if it were verified now shows `limit`".
 */
function limited(lines: readonly Priced[]): readonly PaidLine[] {
  const used = new Map<string, number>();
  return lines.map((line) => {
    const limits = limitsOver(line);
    let least = line.price;
    let clause = '';
    for (const limit of limits) {
      const left = 100 * limit.most - (used.get(limit.of) ?? 0);
      if (left < least) [least, clause] = [left, limit.clause];
    }
    for (const { of } of limits) used.set(of, (used.get(of) ?? 0) + least);
    return paidLine(line, { paid: least, clause });
  });
}

/** What waits is not paid: "a line of nothing ..., with its gross under `not_verified`". */
function paidLine(line: Priced, { paid, clause }: Readonly<{ paid: number; clause: string }>) {
  const { attachment, participant, provider, group, outcome, number, day, payableOn } = line;
  const own = clauseOf(line);
  const isWaiting = payableOn === undefined;
  const unpaid: readonly Unpaid[] = [
    { reason: 'not_verified', clause: own, amount: isWaiting ? paid : 0 },
    { reason: 'limit', clause, amount: line.price - paid },
  ];
  return {
    line: `${own}|${attachment}|${provider}|${number}`,
    participant,
    provider,
    group,
    outcome,
    number,
    day,
    payableOn,
    price: String(line.price),
    gross: line.price,
    amount: isWaiting ? 0 : paid,
    unpaid: unpaid.filter(({ amount }) => amount > 0),
  };
}

/** "A limit in each year looks at the year of the outcome's day." */
function limitsOver({ participant, provider, group, day }: Earned): readonly Limit[] {
  const ofYear = `${provider}|${contractYearOf(day)}`;
  return [
    { clause: 'Limits/limit', of: participant, most: groupOf(group).most },
    { clause: 'Limits/limit of each provider', of: ofYear, most: terms.providerYearMost },
  ];
}

function clauseOf({ outcome }: Earned): string {
  return `Outcomes/${outcome}`;
}

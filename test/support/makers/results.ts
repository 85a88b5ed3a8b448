import type { ResultLine, SettlementResult } from '../../../src/settlement/index.ts';

/** A line of £220 for Settled, earned by Bright Futures from Northshire Council. */
export function aResultLine(words: Partial<ResultLine> = {}): ResultLine {
  const outcome = words.outcome ?? 'Settled';
  const provider = words.provider ?? 'Bright Futures';
  const clause = words.clause ?? `Outcomes/${outcome}`;
  return {
    line: `${clause}|A1|${provider}|1`,
    clause,
    participant: 'Sam',
    provider,
    payer: 'Northshire Council',
    payee: provider,
    outcome,
    number: 1,
    group: 'leaving',
    day: '2027-09-01',
    payableOn: '2027-09-01',
    quantity: '1',
    price: '220',
    gross: words.amount ?? '220.00',
    amount: '220.00',
    version: 1,
    ...words,
  };
}

/** A settlement as at the end of September 2027 of these lines and no others. */
export function aResult(
  lines: readonly ResultLine[],
  words: Partial<SettlementResult> = {},
): SettlementResult {
  return {
    contract: 'sha256:0',
    language: 1,
    engine: '1',
    currency: 'GBP',
    asAt: '2027-09-30',
    knownAt: words.asAt ?? '2027-09-30',
    total: '0.00',
    lines,
    notPaid: [],
    statuses: { achieved: 0, notAchieved: 0, notYetDue: 0, notKnown: 0, setAside: 0 },
    ...words,
  };
}

import type { PaidResult } from '../../settlement/index.ts';
import { unitsOf } from './money-columns.ts';

/** How much one payer owes to date and, of a settlement that follows another, pays now. */
export type PayerSum = Readonly<{ payer: string; owed: bigint; now?: bigint }>;

/**
 * Who pays what is owed, to everybody or to one payee; nobody where the page names no payers. Each
 * pays its part of what changed; what is held, recovered or on account is the commissioner's.
 */
export function payersOf(result: PaidResult, payee?: string): readonly PayerSum[] {
  const isAsked = (each: Readonly<{ payee: string }>) =>
    payee === undefined || each.payee === payee;
  const lines = result.lines.filter(isAsked);
  if (!result.lines.some(({ payers }) => payers !== undefined)) return [];
  const owed = new Map<string, bigint>();
  for (const { payers = [] } of lines) {
    for (const { payer, amount } of payers) addTo(owed, payer, unitsOf(amount));
  }
  const now = payersNow(result, isAsked);
  return [...new Set([...owed.keys(), ...(now?.keys() ?? [])])].map((payer) => {
    const sum = { payer, owed: owed.get(payer) ?? 0n };
    return now === undefined ? sum : { ...sum, now: now.get(payer) ?? 0n };
  });
}

/** Everybody who owes something, or else the commissioner. */
export function whoOwes(result: PaidResult, rest: Readonly<{ payer: string; payee?: string }>) {
  return whoOwesOf(payersOf(result, rest.payee), rest.payer);
}

/** The same of what each payer owes. */
export function whoOwesOf(payers: readonly PayerSum[], commissioner: string): readonly string[] {
  const owing = payers.filter(({ owed }) => owed !== 0n);
  return owing.length === 0 ? [commissioner] : owing.map(({ payer }) => payer);
}

function payersNow(
  { changes = [], payable, lines }: PaidResult,
  isAsked: (each: Readonly<{ payee: string }>) => boolean,
): ReadonlyMap<string, bigint> | undefined {
  if (payable === undefined) return undefined;
  const now = new Map<string, bigint>();
  for (const { payers } of changes.filter(isAsked)) {
    for (const { payer, paid, takenBack } of payers) {
      addTo(now, payer, unitsOf(paid) - unitsOf(takenBack));
    }
  }
  const beside = payable.statements
    .filter(isAsked)
    .reduce((sum, { paid, due }) => sum + unitsOf(paid) - unitsOf(due), 0n);
  const commissioner = lines.find(({ payers }) => payers !== undefined)?.payer;
  if (commissioner !== undefined && beside !== 0n) addTo(now, commissioner, beside);
  return now;
}

function addTo(sums: Map<string, bigint>, name: string, amount: bigint): void {
  sums.set(name, (sums.get(name) ?? 0n) + amount);
}

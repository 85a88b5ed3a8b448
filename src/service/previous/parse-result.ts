import { parseDay } from '../../calendar/index.ts';
import { findCurrency, getCurrency, parseFraction } from '../../money/index.ts';
import type { Result } from '../../problem/index.ts';
import type { PaidResult } from '../../settlement/index.ts';
import { previousNotAResult, previousWithoutLines } from './problems.ts';

type Data = Readonly<Record<string, unknown>>;

/** Reads a result of `settle` back from its text, and says what it is not where it is none. */
export function parseResult(path: string, text: string): Result<PaidResult> {
  const data = parseJson(text);
  if (isObject(data) && isSettled(data) && data.lines === undefined) {
    return { ok: false, problems: [previousWithoutLines(path)] };
  }
  const wrong = findWrong(data);
  if (wrong !== undefined) return { ok: false, problems: [previousNotAResult(path, wrong)] };
  // Every key that is read of it has been looked at.
  return { ok: true, value: data as unknown as PaidResult };
}

function isSettled(data: Data): boolean {
  return findMissing(data, texts) === undefined;
}

/**
 * What JSON is not, to be a result; nothing where it is one. Whether its sums agree with one
 * another is not looked at here.
 */
export function findWrong(data: unknown): string | undefined {
  const wrong = findWrongSummary(data);
  if (wrong !== undefined || !isObject(data)) return wrong;
  const { lines, notPaid, outstanding } = data;
  const money = moneyIn(String(data.currency));
  if (!isListOf(lines, (line) => isLine(line, money))) return 'one of its lines is not whole';
  const names = new Set(lines.map(({ line }) => line));
  if (names.size < lines.length) return 'two of its lines have one identity';
  const isUnpaid = (each: Data) =>
    findMissing(each, ['line', 'reason', 'clause']) === undefined &&
    names.has(each.line) &&
    isMoney(each.amount, money);
  if (!isListOf(notPaid, isUnpaid)) return '"notPaid" is not whole';
  const { erased = [] } = data;
  if (!Array.isArray(erased) || !erased.every((each) => typeof each === 'string')) {
    return '"erased" is no list of names';
  }
  return isOutstandingWhole(outstanding, money) ? undefined : '"outstanding" is not whole';
}

/** What of JSON is no result, whatever its lines are. */
export function findWrongSummary(data: unknown): string | undefined {
  if (!isObject(data)) return 'it is not JSON of one object';
  const missing = findMissing(data, texts);
  if (missing !== undefined) return `it has no "${missing}"`;
  if (!isDay(data.asAt) || !isDay(data.knownAt)) return 'its days are not days';
  if (!findCurrency(String(data.currency))) return 'its currency is not known';
  const isTotal = isMoney(data.total, moneyIn(String(data.currency)));
  return isTotal ? undefined : 'its "total" is no sum of money';
}

function moneyIn(currency: string): RegExp {
  const { exponent } = getCurrency(currency);
  return new RegExp(`^-?\\d+${exponent > 0 ? `\\.\\d{${exponent}}` : ''}$`);
}

const texts = ['contract', 'engine', 'currency', 'asAt', 'knownAt', 'total'];

const lineTexts = ['line', 'clause', 'provider', 'payer', 'payee', 'outcome', 'quantity', 'price'];

function isLine(line: Data, money: RegExp): boolean {
  const { day, payableOn, earnedOn, gross, amount, payers = [] } = line;
  const isPortion = (each: Data) => typeof each.payer === 'string' && isMoney(each.amount, money);
  return (
    findMissing(line, lineTexts) === undefined &&
    [line.participant, line.group].every(
      (each) => each === undefined || typeof each === 'string',
    ) &&
    [line.quantity, line.price].every((each) => parseFraction(String(each)) !== undefined) &&
    (typeof line.number === 'string' || Number.isSafeInteger(line.number)) &&
    Number.isSafeInteger(line.version) &&
    isDay(day) &&
    (payableOn === null || isDay(payableOn)) &&
    (earnedOn === undefined || isDay(earnedOn)) &&
    isMoney(gross, money) &&
    isMoney(amount, money) &&
    isListOf(payers, isPortion)
  );
}

function isOutstandingWhole(outstanding: unknown, money: RegExp): boolean {
  if (outstanding === undefined) return true;
  if (!isObject(outstanding)) return false;
  const { held, onAccount, debts, writtenOff, paid } = outstanding;
  const isItem = (each: Data) =>
    findMissing(each, ['line', 'payee']) === undefined &&
    isMoney(each.amount, money) &&
    !String(each.amount).startsWith('-');
  const isDebt = (each: Data) =>
    isItem(each) &&
    (each.paidOn === null || isDay(each.paidOn)) &&
    typeof each.exempt === 'boolean';
  const isPaid = ({ on, lines }: Data) =>
    isDay(on) && Array.isArray(lines) && lines.every((line) => typeof line === 'string');
  return (
    [held, onAccount, writtenOff].every((items) => isListOf(items, isItem)) &&
    isListOf(debts, isDebt) &&
    isListOf(paid, isPaid)
  );
}

function isListOf(value: unknown, isEach: (each: Data) => boolean): value is readonly Data[] {
  return Array.isArray(value) && value.every((each) => isObject(each) && isEach(each));
}

function findMissing(data: Data, keys: readonly string[]): string | undefined {
  return keys.find((key) => typeof data[key] !== 'string');
}

function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && parseDay(value) !== undefined;
}

function isMoney(value: unknown, money: RegExp): boolean {
  return typeof value === 'string' && money.test(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

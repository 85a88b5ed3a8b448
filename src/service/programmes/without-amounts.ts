import { getCurrency } from '../../money/index.ts';

const hidden = '[amount]';

/**
 * A page without its amounts, for case workers: they never see a price beside a person. Whatever
 * figure stands beside the sign or the code of the page's currency, or of another that it names, is
 * taken out.
 */
export function withoutAmounts(text: string, currency: string): string {
  const { symbol, code } = getCurrency(currency);
  const signs = [...new Set([symbol, code, '£', '€', '$'])].map(escaped).join('|');
  // A figure ends with a digit, and a sign that a figure follows is the sign of that one: in a list
  // of days and amounts no day is taken for an amount, and no amount stays behind.
  const figure = '\\d(?:[\\d,.\\u00a0]*\\d)?(?:/\\d(?:[\\d,]*\\d)?)?';
  const before = `(?:${signs})\\s?-?${figure}`;
  const after = `${figure}\\s?(?:${signs})(?!\\s?-?\\d)`;
  return text.replace(new RegExp(`-?(?:${before}|${after})`, 'g'), hidden);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

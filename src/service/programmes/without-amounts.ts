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
  const figure = '\\d[\\d,.\\u00a0]*(?:/\\d[\\d,]*)?';
  const amounts = new RegExp(`-?(?:(?:${signs})\\s?-?${figure}|${figure}\\s?(?:${signs}))`, 'g');
  return text.replace(amounts, (found) => `${hidden}${/[.,]$/.exec(found)?.[0] ?? ''}`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

import { formatMoney, getCurrency } from '../money/index.ts';

/** An amount of a result, such as "1871540.00", as whole smallest units. */
export function unitsOf(major: string): bigint {
  return BigInt(major.replace('.', ''));
}

/** Money as it stands in a column: "£220.00", always all places, so that points line up. */
export function columnMoney(units: bigint, currency: string): string {
  const { exponent } = getCurrency(currency);
  const money = formatMoney({ units, currency });
  return exponent === 0 || money.includes('.') ? money : `${money}.${'0'.repeat(exponent)}`;
}

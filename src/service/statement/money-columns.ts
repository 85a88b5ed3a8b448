import { formatMoney, getCurrency } from '../../money/index.ts';

export { unitsOfMajor as unitsOf } from '../../money/index.ts';

/** Money as it stands in a column: "£220.00", always all places, so that points line up. */
export function columnMoney(units: bigint, currency: string): string {
  const { exponent } = getCurrency(currency);
  const money = formatMoney({ units, currency });
  return exponent === 0 || money.includes('.') ? money : `${money}.${'0'.repeat(exponent)}`;
}

import { assert } from '../problem/index.ts';
import { getCurrency } from './currency.ts';

/** The reverse of `formatMajor`: "1871540.00", with all of the currency's places, in pence. */
export function parseMajor(major: string, currency: string): bigint {
  const { exponent } = getCurrency(currency);
  const places = major.split('.')[1]?.length ?? 0;
  assert(/^-?\d+(\.\d+)?$/.test(major), 'an amount for programs is written in digits');
  assert(places === exponent, 'an amount for programs has all the places of its currency');
  return BigInt(major.replace('.', ''));
}

/** The smallest units of an amount that programs read, such as "1871540.00" with all its places. */
export function unitsOfMajor(major: string): bigint {
  return BigInt(major.replace('.', ''));
}

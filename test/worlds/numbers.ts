/** The numbers of worlds from one to another, both among them. */
export function from(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/**
 * Of the worlds from 1001 to 4000 those that meet what few of the first 1000 do: with them whatever
 * worlds are counted by is met some dozens of times.
 */
export const seldomMet: readonly number[] = [
  1024, 1039, 1057, 1116, 1142, 1145, 1160, 1230, 1237, 1248, 1258, 1283, 1321, 1336, 1372, 1405,
  1447, 1455, 1482, 1485, 1559, 1591, 1597, 1648, 1835, 1855, 1918, 1937, 1961, 1974, 1975, 2002,
  2067, 2102, 2111, 2159, 2177, 2183, 2194, 2237, 2443, 2451, 2566, 2578, 2696, 2733, 2776, 2849,
  2990, 3013, 3020, 3236, 3259, 3377,
];

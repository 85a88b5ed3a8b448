import { type Fraction, fraction } from './fraction.ts';

/** Longer texts are no figure that anyone wrote, and would take long to work out. */
const charactersMax = 1000;

/** An optional minus, digits, and optionally a point with digits after it. */
const plainDecimal = /^-?\d+(?:\.\d+)?$/;
const plainRatio = /^(-?\d+)\/(\d*[1-9]\d*)$/;

/**
 * Reads "-12.50" exactly. Undefined for anything that is not a plain decimal: no grouping commas,
 * no plus, no exponent, no spaces, and a digit on both sides of the point.
 */
export function parseDecimal(text: string): Fraction | undefined {
  if (text.length > charactersMax || !plainDecimal.test(text)) return undefined;
  const point = text.indexOf('.');
  if (point < 0) return fraction(BigInt(text));
  const digits = BigInt(text.slice(0, point) + text.slice(point + 1));
  return fraction(digits, tenToThe(text.length - point - 1));
}

/** Reads a plain decimal, or a ratio as in "1/3". It reads all that formatDecimal writes. */
export function parseFraction(text: string): Fraction | undefined {
  const ratio = text.length > charactersMax ? null : plainRatio.exec(text);
  if (ratio === null) return parseDecimal(text);
  return fraction(BigInt(ratio[1] ?? ''), BigInt(ratio[2] ?? ''));
}

/** The exact value in the fewest digits: "12.5", or "1/3" where the decimal would not end. */
export function formatDecimal(value: Fraction): string {
  if (value.denominator === 1n) return String(value.numerator);
  const places = placesOf(value.denominator);
  if (places === undefined) return `${value.numerator}/${value.denominator}`;
  return formatPlaces((value.numerator * tenToThe(places)) / value.denominator, places);
}

/** Writes so many tenths, hundredths, ... as a decimal with exactly so many places. */
export function formatPlaces(units: bigint, places: number): string {
  const sign = units < 0n ? '-' : '';
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

export function tenToThe(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/** How many decimal places a fraction in lowest terms over this number has, if it ends at all. */
function placesOf(denominator: bigint): number | undefined {
  const twos = timesDividing(denominator, 2n);
  const fives = timesDividing(denominator, 5n);
  const endsSomewhere = 2n ** BigInt(twos) * 5n ** BigInt(fives) === denominator;
  return endsSomewhere ? Math.max(twos, fives) : undefined;
}

function timesDividing(whole: bigint, prime: bigint): number {
  let times = 0;
  for (let left = whole; left % prime === 0n; left /= prime) times += 1;
  return times;
}

import { parseDay } from '../../calendar/index.ts';

/** JSON of which nobody has looked yet at what it holds. */
export type Data = Readonly<Record<string, unknown>>;

export function isListOf(
  value: unknown,
  isEach: (each: Data) => boolean,
): value is readonly Data[] {
  return Array.isArray(value) && value.every((each) => isObject(each) && isEach(each));
}

export function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isDay(value: unknown): boolean {
  return typeof value === 'string' && parseDay(value) !== undefined;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

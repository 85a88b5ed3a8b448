/** Different values, numbered from 1 as they come. Objects are told apart by identity. */
export type ValueNumbers<Value> = Readonly<{ values: Value[]; numbers: Map<Value, number> }>;

export function valueNumbers<Value>(): ValueNumbers<Value> {
  return { values: [], numbers: new Map() };
}

/** The number of a value, which is kept if it is new. */
export function numberOf<Value>({ values, numbers }: ValueNumbers<Value>, value: Value): number {
  const known = numbers.get(value);
  if (known !== undefined) return known;
  const number = values.push(value);
  numbers.set(value, number);
  return number;
}

/** The value of a number from 1 on. */
export function valueAmong<Value>({ values }: ValueNumbers<Value>, number: number): Value {
  return values[number - 1] as Value;
}

/** A list of whole numbers of 32 bits that grows, in half the memory of a list of anything. */
export type WholeNumbers = { values: Int32Array; length: number };

export function wholeNumbers(): WholeNumbers {
  return { values: new Int32Array(1024), length: 0 };
}

export function addNumber(list: WholeNumbers, value: number): void {
  if (list.length === list.values.length) {
    const longer = new Int32Array(2 * list.length);
    longer.set(list.values);
    list.values = longer;
  }
  list.values[list.length] = value;
  list.length += 1;
}

/** The number at an index that the list is known to have. */
export function numberAt(list: WholeNumbers, index: number): number {
  return list.values[index] as number;
}

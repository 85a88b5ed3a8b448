/** The numbers by which kinds are looked up among one participant's facts, or among all. */
export type KindNumbers = ReadonlyMap<string, number>;

/** A mark for each kind by its number: 0 for those that are not asked for. */
export type KindMarks = (numbers: KindNumbers) => Uint8Array;

/** Marks kinds, once for as long as their numbers are the same: those of columns are for all. */
export function kindMarks(marks: ReadonlyMap<string, number>): KindMarks {
  let last: KindNumbers | undefined;
  let found = new Uint8Array(0);
  return (numbers) => {
    if (numbers === last) return found;
    last = numbers;
    found = new Uint8Array(numbers.size + 1);
    for (const [kind, mark] of marks) {
      const number = numbers.get(kind);
      if (number !== undefined) found[number] = mark;
    }
    return found;
  };
}

/** Each of these kinds has the mark 1. */
export function marksOf(kinds: Iterable<string>): KindMarks {
  return kindMarks(new Map([...kinds].map((kind) => [kind, 1] as const)));
}

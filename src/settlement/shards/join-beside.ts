/** Of a shard, what some rows have beside their columns, and how many rows there are. */
export type Beside<Value> = Readonly<{ beside: ReadonlyMap<number, Value>; rows: number }>;

/** What some rows of shards have beside their columns, by their rows among all. */
export function joinBeside<Value>(shards: readonly Beside<Value>[]): Map<number, Value> {
  const joined = new Map<number, Value>();
  let first = 0;
  for (const { beside, rows } of shards) {
    for (const [row, value] of beside) joined.set(first + row, value);
    first += rows;
  }
  return joined;
}

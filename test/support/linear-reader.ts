// A reader of published figures with paper and patience: what whole numbers could stand behind
// them? Exact: bounds are drawn in as far as each statement allows, then each number is tried.

/** So much of each number, added up, is from the least to the most. */
export type Statement = Readonly<{
  parts: readonly (readonly [number: number, times: number])[];
  least: number;
  most: number;
}>;

type Bounds = readonly (readonly [least: number, most: number])[];

/** Whether any whole numbers within their bounds make every statement true. */
export function isPossible(bounds: Bounds, statements: readonly Statement[]): boolean {
  const drawn = drawnIn(bounds, statements);
  if (drawn === undefined) return false;
  const open = drawn.findIndex(([least, most]) => least < most);
  if (open === -1) return true;
  const [least, most] = drawn[open] as readonly [number, number];
  const middle = Math.floor((least + most) / 2);
  const tried = [
    [middle, middle],
    [least, middle - 1],
    [middle + 1, most],
  ] as const;
  return tried.some((part) => part[0] <= part[1] && isPossible(drawn.with(open, part), statements));
}

/** Which of the values from 0 to 9 the sum of some numbers can have. */
export function valuesLeft(
  bounds: Bounds,
  statements: readonly Statement[],
  sum: readonly number[],
): readonly number[] {
  const parts = sum.map((number) => [number, 1] as const);
  const { near, numbers } = nearTo(statements, sum);
  const tried = bounds.map((bound, number) => (numbers.has(number) ? bound : ([0, 0] as const)));
  return Array.from({ length: 10 }, (_, value) => value).filter((value) =>
    isPossible(tried, [...near, { parts, least: value, most: value }]),
  );
}

/**
 * The statements that have to do with some numbers, through however many others. The rest can be
 * true whatever these are, since what really happened made them true.
 */
function nearTo(statements: readonly Statement[], sum: readonly number[]) {
  const numbers = new Set(sum);
  const near = new Set<Statement>();
  let size = -1;
  while (size < near.size) {
    size = near.size;
    for (const statement of statements) {
      if (!statement.parts.some(([number]) => numbers.has(number))) continue;
      near.add(statement);
      for (const [number] of statement.parts) numbers.add(number);
    }
  }
  return { near: [...near], numbers };
}

/** The bounds that follow from each statement by itself, until nothing more follows. */
function drawnIn(bounds: Bounds, statements: readonly Statement[]): Bounds | undefined {
  const drawn = bounds.map(([least, most]) => [least, most] as [number, number]);
  let isMoving = true;
  while (isMoving) {
    isMoving = false;
    for (const statement of statements) {
      const moved = drawByOne(drawn, statement);
      if (moved === undefined) return undefined;
      isMoving ||= moved;
    }
  }
  return drawn;
}

/** Whether a bound moved; undefined where nothing is left. */
function drawByOne(drawn: [number, number][], statement: Statement): boolean | undefined {
  const ends = statement.parts.map(([number, times]) => {
    const [least, most] = drawn[number] as [number, number];
    return times >= 0 ? [times * least, times * most] : [times * most, times * least];
  }) as [number, number][];
  const leastSum = ends.reduce((sum, [least]) => sum + least, 0);
  const mostSum = ends.reduce((sum, [, most]) => sum + most, 0);
  let moved = false;
  for (const [index, [number, times]] of statement.parts.entries()) {
    const [least, most] = ends[index] as [number, number];
    const room = [statement.least - (mostSum - most), statement.most - (leastSum - least)] as const;
    const [low, high] = times >= 0 ? room : ([room[1], room[0]] as const);
    const bound = drawn[number] as [number, number];
    const next = [
      Math.max(bound[0], Math.ceil(low / times)),
      Math.min(bound[1], Math.floor(high / times)),
    ] as const;
    if (next[0] > next[1]) return undefined;
    moved ||= next[0] > bound[0] || next[1] < bound[1];
    drawn[number] = [next[0], next[1]];
  }
  return moved;
}

/** A line of either text: in both, only in the later, or only in the earlier. */
export type LineBetween = Readonly<{
  is: 'same' | 'added' | 'taken';
  text: string;
  /** Its number in the earlier and in the later text. */
  before?: number;
  after?: number;
}>;

// A longest common part of two texts takes as many steps as their lines multiplied. Texts with no
// more lines than a hundred pages together have are compared so; of others only what they have in
// common at both ends is found.
const stepsMax = 4_000_000;

/** What was added to a text and what was taken from it, by line, in reading order. */
export function linesBetween(earlier: string, later: string): readonly LineBetween[] {
  const [old, now] = [linesOf(earlier), linesOf(later)];
  const room = Math.min(old.length, now.length);
  let start = 0;
  while (start < room && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < room - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const middle = between(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const same = (text: string): LineBetween => ({ is: 'same', text });
  const head = old.slice(0, start).map(same);
  return numbered([...head, ...middle, ...old.slice(old.length - end).map(same)]);
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

function between(old: readonly string[], now: readonly string[]): LineBetween[] {
  const width = now.length + 1;
  const isLong = (old.length + 1) * width > stepsMax;
  const longest = isLong ? new Uint32Array(0) : longestCommon(old, now);
  const lines: LineBetween[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [taken, added] = [old[i], now[j]];
    if (!isLong && taken !== undefined && taken === added) {
      lines.push({ is: 'same', text: taken });
      i += 1;
      j += 1;
    } else if (taken !== undefined && (added === undefined || isTakenFirst(longest, i, j))) {
      lines.push({ is: 'taken', text: taken });
      i += 1;
    } else {
      lines.push({ is: 'added', text: added ?? '' });
      j += 1;
    }
  }
  return lines;

  function isTakenFirst(table: Uint32Array, row: number, column: number): boolean {
    const down = table[(row + 1) * width + column] ?? 0;
    return down >= (table[row * width + column + 1] ?? 0);
  }
}

/** For each pair of ends the length of the longest common part, row by row (Wagner and Fischer). */
function longestCommon(old: readonly string[], now: readonly string[]): Uint32Array {
  const width = now.length + 1;
  const table = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      table[at] =
        old[i] === now[j]
          ? (table[at + width + 1] ?? 0) + 1
          : Math.max(table[at + width] ?? 0, table[at + 1] ?? 0);
    }
  }
  return table;
}

function numbered(lines: readonly LineBetween[]): LineBetween[] {
  let [before, after] = [0, 0];
  return lines.map(({ is, text }) => {
    if (is !== 'added') before += 1;
    if (is !== 'taken') after += 1;
    return {
      is,
      text,
      ...(is === 'added' ? {} : { before }),
      ...(is === 'taken' ? {} : { after }),
    };
  });
}

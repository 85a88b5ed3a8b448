const wordLengthMax = 80;

/**
 * The candidate most like the word, for "did you mean": at most one slip in three letters, where
 * a slip is a letter added, left out, changed, or swapped with its neighbour. Capitals do not
 * count. Of two equally near the one named first is taken.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.trim().toLowerCase();
  if (wanted.length === 0 || wanted.length > wordLengthMax) return undefined;
  let best: string | undefined;
  let slipsMax = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const offered = candidate.toLowerCase();
    if (Math.abs(offered.length - wanted.length) >= slipsMax) continue;
    const slips = countSlips(wanted, offered);
    if (slips >= slipsMax || slips >= Math.max(wanted.length, offered.length)) continue;
    best = candidate;
    slipsMax = slips;
  }
  return best;
}

/** Restricted Damerau-Levenshtein distance (optimal string alignment), three rows at a time. */
function countSlips(from: string, to: string): number {
  let twoBack: number[] = [];
  let oneBack = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const changed = cell(oneBack, column - 1) + (isSame ? 0 : 1);
      const added = cell(current, column - 1) + 1;
      const leftOut = cell(oneBack, column) + 1;
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const swapped = isSwap ? cell(twoBack, column - 2) + 1 : Infinity;
      current.push(Math.min(changed, added, leftOut, swapped));
    }
    twoBack = oneBack;
    oneBack = current;
  }
  return cell(oneBack, to.length);
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}

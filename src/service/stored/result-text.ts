import type { Tx } from '../../store/index.ts';
import { getLeft, getPayable, getSummary, type Of } from '../../store/money/index.ts';
import { changesInTurn, linesInTurn } from './kept-in-turn.ts';

/**
 * A result as it was kept, as JSON, piece by piece: the same text as that of the whole, of which no
 * more is held than some lines at a time and the names of those that were paid.
 */
export async function* resultText(tx: Tx, of: Of): AsyncGenerator<string> {
  const { payable: terms, ...about } = (await getSummary(tx, of)).summary;
  const { currency } = about;
  const { outstanding, gone } = await getLeft(tx, of, currency);
  const paid = paidByDay();
  for (const [line, day] of gone) paid.add(line, day);
  yield `${JSON.stringify(about).slice(0, -1)},"lines":`;
  yield* listed(linesInTurn(tx, of, currency), ({ line, paidOn }) => {
    if (paidOn !== null) paid.add(line.line, paidOn);
    return [line];
  });
  yield ',"notPaid":';
  yield* listed(linesInTurn(tx, of, currency), ({ notPaid }) => notPaid);
  yield ',"changes":';
  yield* listed(changesInTurn(tx, of, currency), (change) => [change]);
  const payable = { ...terms, statements: await getPayable(tx, of, currency) };
  yield `,"payable":${JSON.stringify(payable)}`;
  yield `,"outstanding":${JSON.stringify(outstanding).slice(0, -1)},"paid":`;
  yield* paid.text();
  yield '}}';
}

async function* listed<Each>(
  pieces: AsyncIterable<readonly Each[]>,
  what: (each: Each) => readonly unknown[],
): AsyncGenerator<string> {
  let before = '[';
  for await (const some of pieces) {
    const texts = some.flatMap(what).map((each) => JSON.stringify(each));
    if (texts.length === 0) continue;
    yield before + texts.join(',');
    before = ',';
  }
  yield before === '[' ? '[]' : ']';
}

/** Days in order, and the lines of a day in the order in which results have them. */
function paidByDay() {
  const byDay = new Map<string, string[]>();
  return {
    add: (line: string, day: string): void => {
      const known = byDay.get(day);
      if (known === undefined) byDay.set(day, [line]);
      else known.push(line);
    },
    text: function* (): Generator<string> {
      let before = '[';
      for (const day of [...byDay.keys()].toSorted()) {
        yield `${before}{"on":"${day}","lines":[`;
        yield* joined((byDay.get(day) ?? []).sort());
        yield ']}';
        before = ',';
      }
      yield before === '[' ? '[]' : ']';
    },
  };
}

const namesAtOnce = 1000;

function* joined(names: readonly string[]): Generator<string> {
  for (let from = 0; from < names.length; from += namesAtOnce) {
    const some = names.slice(from, from + namesAtOnce).map((name) => JSON.stringify(name));
    yield (from === 0 ? '' : ',') + some.join(',');
  }
}

import type { Outstanding, ResultChange, SeenLine } from '../../settlement/index.ts';
import type { KeptLine } from '../../store/money/index.ts';
import { type FirstDifference, lineDifference, shownBoth } from '../bundle/first-difference.ts';

/** What a settlement came to again, of which there is as much as there are lines. */
export type ComeOut = Readonly<{
  seen: () => Iterable<SeenLine>;
  changes: () => Iterable<ResultChange>;
  outstanding: Outstanding;
}>;

/** How much of two settlements is compared. */
export type Compared = Readonly<{
  /**
   * Somebody has been erased since. Of them nothing but their lines is left, and what rests on
   * everybody's facts, or on theirs alone, cannot be worked out again: counts, causes, disputes,
   * what is not paid of a line, and lines that are nobody's.
   */
  isOfPeopleAlone: boolean;
}>;

/** What was kept of a settlement, as it passes, against what comes out again. */
export type HeldAgainst = Readonly<{
  lines: (kept: readonly KeptLine[]) => void;
  changes: (kept: readonly ResultChange[]) => void;
  /**
   * The first thing that is otherwise, once all lines and changes have passed; with the days on
   * which more was last paid for lines that were gone.
   */
  close: (gone: ReadonlyMap<string, string>) => FirstDifference | undefined;
}>;

export function heldAgainst(
  { seen, changes, outstanding }: ComeOut,
  { isOfPeopleAlone }: Compared,
): HeldAgainst {
  const isCompared = ({ line }: SeenLine) => !isOfPeopleAlone || line.participant !== undefined;
  const said = (each: SeenLine | undefined) => each && wholeLine(each, isOfPeopleAlone);
  const again = only(seen(), isCompared);
  const changed = changes()[Symbol.iterator]();
  const paidOn = new Map(
    outstanding.paid.flatMap(({ on, lines }) => lines.map((line) => [line, on] as const)),
  );
  let [ofLines, ofChanges, ofDays] = [nothing(), nothing(), nothing()];
  const holdLine = (kept: SeenLine | undefined) => {
    const found = again.next();
    if (ofLines !== undefined || (kept === undefined && found.done === true)) return;
    const [one, other] = [said(kept), said(found.done === true ? undefined : found.value)];
    if (JSON.stringify(one) !== JSON.stringify(other)) ofLines = lineDifference(one, other);
  };
  const holdChange = (kept: ResultChange | undefined) => {
    const { value, done } = changed.next();
    const found = done === true ? undefined : value;
    if (JSON.stringify(kept) !== JSON.stringify(found))
      ofChanges ??= otherwise('changes', kept, found);
  };
  const holdDay = (line: string, kept: string | null) => {
    const now = paidOn.get(line) ?? null;
    paidOn.delete(line);
    if (now !== kept) ofDays ??= otherwise('outstanding', kept, now);
  };
  return {
    lines: (kept) => {
      for (const each of kept.filter(isCompared)) {
        const { paidOn: on, ...line } = each;
        holdLine(line);
        holdDay(line.line.line, on);
      }
    },
    changes: (kept) => {
      for (const each of kept) holdChange(each);
    },
    close: (gone) => {
      for (const [line, on] of gone) holdDay(line, on);
      for (const [line] of paidOn) holdDay(line, null);
      holdLine(undefined);
      if (!isOfPeopleAlone) holdChange(undefined);
      return ofLines ?? (isOfPeopleAlone ? undefined : (ofChanges ?? ofDays));
    },
  };
}

function nothing(): FirstDifference | undefined {
  return undefined;
}

function* only(
  lines: Iterable<SeenLine>,
  isCompared: (line: SeenLine) => boolean,
): Generator<SeenLine, undefined> {
  for (const each of lines) if (isCompared(each)) yield each;
  return undefined;
}

function wholeLine({ line, notPaid }: SeenLine, isOfPeopleAlone: boolean) {
  const parts = notPaid.map((part) => {
    const { line: _, ...rest } = part;
    return rest;
  });
  return { ...line, notPaid: isOfPeopleAlone ? [] : parts };
}

function otherwise(what: string, one: unknown, other: unknown): FirstDifference {
  return { isLine: false, what, ...shownBoth(one, other) };
}

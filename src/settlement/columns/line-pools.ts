import { numberIn, type ReferenceColumn, referenceAt } from '../../facts/index.ts';
import { type Fraction, formatDecimal, getCurrency } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import type { Line } from '../due/line.ts';
import type { OwedByColumn } from '../owed.ts';
import { inMajor } from '../pay/price.ts';
import { lineAt } from './line-at.ts';
import { numberOf, type ValueNumbers, valueNumbers } from './value-numbers.ts';

/** Columns of which the same few texts come again and again. */
type FewName = 'provider' | 'clause' | 'outcome' | 'group' | 'number' | 'quantity' | 'price';

export type PooledName = FewName | 'participant' | 'attachment';

/** The texts that the numbers of lines stand for, each numbered from 0. */
export type LinePools = Readonly<Record<PooledName, Iterable<string> | ReferenceTexts>>;

/** References as texts, and others after them: whoever wants no text of each sees the column. */
export type ReferenceTexts = Iterable<string> &
  Readonly<{ references: ReferenceColumn; others: readonly string[] }>;

type Few = Readonly<Record<FewName, ValueNumbers<string>>>;

/** The numbers of the texts of one line. */
type Numbers = Readonly<Record<FewName, number>>;

/** For whatever a row holds, the numbers of its texts. */
export type TextNumbers = Readonly<{
  pools: LinePools;
  /** By the number of its terms, of the how-manieth, and of its worth. */
  ofTerms: readonly Readonly<{ clause: number; outcome: number; group: number }>[];
  ofNumber: readonly number[];
  ofWorth: readonly Readonly<{ quantity: number; price: number; gross: number }>[];
  /** Of a line that is an object; its group and participant are -1 where it has none. */
  ofLine: (line: Line) => Numbers;
  /** Of one whose participant is held in no column. */
  participantOf: (line: Line) => number;
}>;

/** No text: a number in no pool. */
export const noText = -1;

/** Numbers every text that any line has. Those held by column keep the numbers they have there. */
export function textNumbers({ columns, plan }: OwedByColumn): TextNumbers {
  const { attached, termsKnown, numbers, worths, kept } = columns;
  const few = fewPools();
  const participants = valueNumbers<string>();
  const { exponent } = getCurrency(plan.currency);
  const textOf = (name: FewName, text: string) => numberOf(few[name], text) - 1;
  const quantityOf = (quantity: Fraction) => textOf('quantity', formatDecimal(quantity));
  const priceOf = (price: Fraction) => textOf('price', formatDecimal(inMajor(price, exponent)));
  for (const provider of attached.providers.values) textOf('provider', provider);
  const ofLine = (line: Line) => ({
    provider: textOf('provider', line.provider),
    clause: textOf('clause', line.clause),
    outcome: textOf('outcome', line.outcome),
    group: line.group === undefined ? noText : textOf('group', line.group),
    number: textOf('number', String(line.number)),
    quantity: quantityOf(line.quantity),
    price: priceOf(line.price),
  });
  const participantOf = (line: Line) =>
    findParticipant(line, attached.participants.rows, participants);
  for (const row of kept.keys()) {
    const line = lineAt(columns, row, plan);
    ofLine(line);
    if (numberIn(columns.attachment, row) === 0) participantOf(line);
  }
  const ofTerms = termsKnown.values.map(({ group, placed: { outcome } }) => ({
    clause: textOf('clause', outcome.clause),
    outcome: textOf('outcome', outcome.name),
    group: textOf('group', group.group),
  }));
  const ofNumber = numbers.values.map((each) => textOf('number', String(each)));
  const ofWorth = worths.values.map(({ quantity, price, gross }) => {
    assert(Number.isSafeInteger(Number(gross)), 'a gross amount is a safe whole number');
    return { quantity: quantityOf(quantity), price: priceOf(price), gross: Number(gross) };
  });
  const pools = {
    provider: few.provider.values,
    clause: few.clause.values,
    outcome: few.outcome.values,
    group: few.group.values,
    number: few.number.values,
    quantity: few.quantity.values,
    price: few.price.values,
    participant: allOf(attached.participants, participants.values),
    attachment: allOf(attached.ids, []),
  };
  return { pools, ofTerms, ofNumber, ofWorth, ofLine, participantOf };
}

function fewPools(): Few {
  return {
    provider: valueNumbers(),
    clause: valueNumbers(),
    outcome: valueNumbers(),
    group: valueNumbers(),
    number: valueNumbers(),
    quantity: valueNumbers(),
    price: valueNumbers(),
  };
}

/** Participants who are in no column come after all who are. */
function findParticipant(
  { participant }: Line,
  before: number,
  others: ValueNumbers<string>,
): number {
  return participant === undefined ? noText : before + numberOf(others, participant) - 1;
}

function allOf(references: ReferenceColumn, others: readonly string[]): ReferenceTexts {
  return {
    references,
    others,
    *[Symbol.iterator]() {
      for (let row = 0; row < references.rows; row += 1) yield referenceAt(references, row);
      yield* others;
    },
  };
}

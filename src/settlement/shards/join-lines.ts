import {
  type JoinedPart,
  joinNumbers,
  joinReferences,
  type NumberColumn,
  numberColumn,
  numberIn,
  putNumber,
} from '../../facts/index.ts';
import type { Fraction } from '../../money/index.ts';
import { assert } from '../../problem/index.ts';
import { type AttachedColumns, attachedColumns } from '../columns/attached-columns.ts';
import type { OfMany } from '../columns/finish-rows.ts';
import {
  type LineColumns,
  lineColumns,
  numberOfTerms,
  numberOfWhy,
  type Terms,
} from '../columns/line-columns.ts';
import { numberOf } from '../columns/value-numbers.ts';
import { type Worth, worthNumber } from '../columns/worth-pool.ts';
import type { Work } from '../work.ts';
import { joinBeside } from './join-beside.ts';
import { joinOfMany } from './join-of-many.ts';
import type { NumbersName, PlainLines, PlainTerms } from './plain-lines.ts';
import type { ShardByDay } from './shards-in-line.ts';

/** Lines by column, and what of them is to be worked out with those of others. */
export type JoinedLines = Readonly<{ columns: LineColumns; ofMany: JoinedOfMany | undefined }>;

/** How they are counted and limited, with the shards by whose days they are put in line. */
export type JoinedOfMany = OfMany & Readonly<{ shards: readonly ShardByDay[] }>;

/**
 * The lines of shards in the order of their participants as one, in terms of the plan at hand: the
 * same as if all had been settled together. The columns of the shards are emptied.
 */
export function joinLines(shards: readonly PlainLines[], work: Work): JoinedLines {
  const joined = lineColumns(false);
  const priceOf = alikeOnce();
  const known = shards.map(poolsOf(joined, work, priceOf));
  const attachments = startsOf(shards.map((shard) => shard.attachments.rows));
  const join = (name: NumbersName, as?: keyof Renumbered): NumberColumn =>
    joinNumbers(
      shards.map((shard, at): JoinedPart => {
        const part = { column: shard[name], rows: shard.rows };
        const own = as && known[at]?.[as];
        return own ? { ...part, as: own } : part;
      }),
    );
  const columns = {
    ...joined,
    rows: shards.reduce((sum, { rows }) => sum + rows, 0),
    attachment: joinNumbers(
      shards.map((shard, at) => {
        const plus = attachments[at] as number;
        return { column: shard.attachment, rows: shard.rows, plus };
      }),
    ),
    attached: joinAttached(shards),
    terms: join('term', 'terms'),
    number: join('number', 'numbers'),
    day: join('day'),
    payableOn: join('payableOn'),
    worth: join('worth', 'worths'),
    unpaidWhy: join('unpaidWhy', 'whys'),
    unpaidAmount: { values: joinAmounts(shards) },
    unpaidBeside: joinBeside(
      shards.map(({ unpaidBeside, rows }) => ({ beside: unpaidBeside, rows })),
    ),
  };
  const parts = shards.flatMap(({ ofMany, stretches, rows }) => {
    return ofMany && stretches ? [{ ofMany, stretches, rows }] : [];
  });
  if (parts.length === 0) return { columns, ofMany: undefined };
  const ofMany = joinOfMany(parts, { plan: work.plan, priceOf });
  return { columns, ofMany: { ...ofMany, shards: parts } };
}

/** Where each of several stretches begins, if they stand one after the other. */
function startsOf(lengths: readonly number[]): readonly number[] {
  let next = 0;
  return lengths.map((length) => {
    const start = next;
    next += length;
    return start;
  });
}

/** What the numbers of a shard become, from 0 on. */
type Renumbered = Readonly<Record<'terms' | 'numbers' | 'worths' | 'whys', Int32Array>>;

/** Takes what shards know into the pools of all lines. */
function poolsOf(
  joined: LineColumns,
  work: Work,
  priceOf: PriceOf,
): (shard: PlainLines) => Renumbered {
  const numbered = <Value>(values: readonly Value[], number: (value: Value) => number) =>
    Int32Array.from([0, ...values.map(number)]);
  return ({ terms, numbers, worths, whys, ofMany }) => {
    const worthOf = ({ price, ...rest }: Worth) => {
      return { price: priceOf(price, ofMany?.prices.get(price)), ...rest };
    };
    return {
      terms: numbered(terms, (each) => numberOfTerms(joined.termsKnown, termsIn(work, each))),
      numbers: numbered(numbers, (each) => numberOf(joined.numbers, each)),
      worths: numbered(worths, (each) => worthNumber(joined.worths, worthOf(each))),
      whys: numbered(whys, (each) => numberOfWhy(joined.whys, each)),
    };
  };
}

type PriceOf = (price: Fraction, inBands?: readonly Fraction[]) => Fraction;

/** One object for all prices that are alike, in every band, as each shard has its own. */
function alikeOnce(): PriceOf {
  const known = new Map<string, Fraction>();
  return (price, inBands = []) => {
    const texts = [price, ...inBands].map(({ numerator, denominator }) => {
      return `${numerator}/${denominator}`;
    });
    const text = texts.join(' ');
    const same = known.get(text) ?? price;
    known.set(text, same);
    return same;
  };
}

function termsIn({ plan, findOutcome }: Work, { version: at, ...names }: PlainTerms): Terms {
  const version = plan.versions[at];
  const group = version?.groups.get(names.group);
  const placed = group && findOutcome(group, names.outcome);
  assert(version && group && placed, 'the plan has the terms of every line');
  return { version, group, placed };
}

function joinAttached(shards: readonly PlainLines[]): AttachedColumns {
  const joined = attachedColumns();
  const participant = numberColumn();
  let [row, before] = [0, 0];
  const provider = shards.map((shard): JoinedPart => {
    const { attachments, participantOf, providerOf, providers, participants } = shard;
    for (let own = 0; own < attachments.rows; own += 1) {
      putNumber(participant, row, before + numberIn(participantOf, own));
      row += 1;
    }
    before += participants.rows;
    const as = Int32Array.from([0, ...providers.map((each) => numberOf(joined.providers, each))]);
    return { column: providerOf, rows: attachments.rows, as };
  });
  return {
    ...joined,
    participant,
    provider: joinNumbers(provider),
    participants: joinReferences(shards.map(({ participants }) => participants)),
    ids: joinReferences(shards.map(({ attachments }) => attachments)),
  };
}

/** Nothing where no shard has any. */
function joinAmounts(shards: readonly PlainLines[]): Float64Array {
  if (shards.every(({ unpaidAmount }) => unpaidAmount.length === 0)) return new Float64Array(0);
  const joined = new Float64Array(shards.reduce((sum, { rows }) => sum + rows, 0));
  let first = 0;
  for (const { unpaidAmount, rows } of shards) {
    joined.set(unpaidAmount, first);
    first += rows;
  }
  return joined;
}

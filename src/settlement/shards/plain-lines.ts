import { cutRows, type NumberColumn, type ReferenceColumn, trimBlocks } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import type { OfMany } from '../columns/finish-rows.ts';
import type { LineColumns, Why } from '../columns/line-columns.ts';
import type { Worth } from '../columns/worth-pool.ts';
import type { Unpaid } from '../pay/draft.ts';
import type { Pricer } from '../pay/price.ts';
import type { Plan } from '../plan/plan.ts';
import { type PlainOfMany, plainOfMany } from './plain-of-many.ts';
import { asTheyCome, byPayableDay } from './shard-order.ts';

/**
 * Lines by column as another thread can be given them: numbers, texts and values. What a line says
 * of the plan is said by place and by name, as the other thread has a plan of its own.
 */
export type PlainLines = Readonly<Record<NumbersName, NumberColumn>> &
  Readonly<{
    rows: number;
    /** Absent where rows come by participant. */
    stretches: Int32Array | undefined;
    unpaidAmount: Float64Array;
    terms: readonly PlainTerms[];
    numbers: readonly (number | string)[];
    worths: readonly Worth[];
    whys: readonly Why[];
    unpaidBeside: ReadonlyMap<number, readonly Unpaid[]>;
    participants: ReferenceColumn;
    attachments: ReferenceColumn;
    providers: readonly string[];
    /** Of each attachment. */
    participantOf: NumberColumn;
    providerOf: NumberColumn;
    /** Absent where every line is finished by itself. */
    ofMany: PlainOfMany | undefined;
  }>;

/** The columns of which each row holds a number. */
export type NumbersName =
  | 'attachment'
  | 'term'
  | 'number'
  | 'day'
  | 'payableOn'
  | 'worth'
  | 'unpaidWhy';

/** The place of a version in the plan, and the names of a group and an outcome in it. */
export type PlainTerms = Readonly<{ version: number; group: string; outcome: string }>;

type Of = Readonly<{ plan: Plan; price: Pricer; ofMany: OfMany | undefined }>;

/**
 * Lines of which none is kept as an object: as they come, or by payable day where they are to be
 * looked at with those of others.
 */
export function plainLines(columns: LineColumns, { plan, price, ofMany }: Of): PlainLines {
  assert(columns.kept.size === 0, 'no line of a shard is kept as an object');
  const { rows, attached } = columns;
  const order = ofMany ? byPayableDay(columns) : asTheyCome(rows);
  const ofLines = order.ofColumn;
  const { participants, ids } = attached;
  const ofAttachments = (column: NumberColumn) => cutRows(column, { from: 0, to: ids.rows });
  return {
    rows,
    stretches: order.stretches,
    attachment: ofLines(columns.attachment),
    term: ofLines(columns.terms),
    number: ofLines(columns.number),
    day: ofLines(columns.day),
    payableOn: ofLines(columns.payableOn),
    worth: ofLines(columns.worth),
    unpaidWhy: ofLines(columns.unpaidWhy),
    unpaidAmount: order.ofAmounts(columns.unpaidAmount.values),
    terms: columns.termsKnown.values.map(({ version, group, placed }) => {
      return {
        version: plan.versions.indexOf(version),
        group: group.group,
        outcome: placed.outcome.name,
      };
    }),
    numbers: columns.numbers.values,
    worths: columns.worths.values.map(({ price, quantity, gross }) => ({ price, quantity, gross })),
    whys: columns.whys.values,
    unpaidBeside: order.ofBeside(columns.unpaidBeside),
    participants: trimmed(participants),
    attachments: trimmed(ids),
    providers: attached.providers.values,
    participantOf: ofAttachments(attached.participant),
    providerOf: ofAttachments(attached.provider),
    ofMany: ofMany && plainOfMany(ofMany, { plan, price, order }),
  };
}

/** References without the room that was made for more of them. */
function trimmed(column: ReferenceColumn): ReferenceColumn {
  trimBlocks(column);
  const own = { from: 0, to: column.rows };
  return { ...column, stem: cutRows(column.stem, own), number: cutRows(column.number, own) };
}

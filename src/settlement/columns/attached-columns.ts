import {
  addReference,
  copyReference,
  type FactColumns,
  type NumberColumn,
  numberColumn,
  numberIn,
  putNumber,
  type ReferenceColumn,
  type ReferenceCopying,
  referenceColumn,
  referenceCopying,
  valueAt,
} from '../../facts/index.ts';
import { numberOf, type ValueNumbers, valueAmong, valueNumbers } from './value-numbers.ts';

/** Those of whom there are lines, and their attachments, by column. */
export type AttachedColumns = {
  readonly participants: ReferenceColumn;
  /** The ids of attachments. */
  readonly ids: ReferenceColumn;
  /** Of each attachment the row of its participant, and the number of its provider. */
  readonly participant: NumberColumn;
  readonly provider: NumberColumn;
  readonly providers: ValueNumbers<string>;
  /** The attachments of the last participant, the first of which has this row. */
  readonly own: Attached[];
  ownFrom: number;
  last: string | undefined;
};

/** What tells one attachment of a participant from its others. */
export type Attached = Readonly<{ id: string; provider: string }>;

export function attachedColumns(): AttachedColumns {
  return {
    participants: referenceColumn(),
    ids: referenceColumn(),
    participant: numberColumn(),
    provider: numberColumn(),
    providers: valueNumbers(),
    own: [],
    ownFrom: 0,
    last: undefined,
  };
}

/** The columns in which participants and attachments stand, and what their numbers become. */
export type AttachedCopying = Readonly<{
  columns: FactColumns;
  participants: ReferenceCopying;
  ids: ReferenceCopying;
  /** By the number of a provider there, that here; 0 where it was not looked up. */
  providers: Int32Array;
}>;

export function attachedCopying(to: AttachedColumns, columns: FactColumns): AttachedCopying {
  return {
    columns,
    participants: referenceCopying(columns.participants, to.participants),
    ids: referenceCopying(columns.id, to.ids),
    providers: new Int32Array(columns.provider.pool.values.length + 1),
  };
}

/** Copies the only attachment of a participant, whose row it is there, and gives its row here. */
export function copyAttachment(
  to: AttachedColumns,
  { columns, participants, ids, providers }: AttachedCopying,
  { participant, attachment }: Readonly<{ participant: number; attachment: number }>,
): number {
  to.last = undefined;
  if (to.own.length > 0) to.own.length = 0;
  const owner = copyReference(participants, participant);
  const row = copyReference(ids, attachment);
  const provider = numberIn(columns.provider.cells, attachment);
  if (providers[provider] === 0) {
    providers[provider] = numberOf(to.providers, valueAt(columns.provider, attachment) as string);
  }
  putNumber(to.participant, row, owner);
  putNumber(to.provider, row, providers[provider] as number);
  return row;
}

/** The provider of an attachment. */
export function providerOf({ provider, providers }: AttachedColumns, attachment: number): string {
  return valueAmong(providers, numberIn(provider, attachment));
}

/** The row of an attachment. The lines of one participant come one after the other. */
export function rowOfAttachment(
  columns: AttachedColumns,
  participant: string,
  attached: Attached,
): number {
  const { own, ids } = columns;
  if (columns.last !== participant) {
    columns.last = participant;
    columns.ownFrom = ids.rows;
    own.length = 0;
    addReference(columns.participants, participant);
  }
  const { id, provider } = attached;
  for (let at = 0; at < own.length; at += 1) {
    const each = own[at] as Attached;
    if (each === attached || (each.id === id && each.provider === provider)) {
      return columns.ownFrom + at;
    }
  }
  own.push(attached);
  const row = addReference(ids, id);
  putNumber(columns.participant, row, columns.participants.rows - 1);
  putNumber(columns.provider, row, numberOf(columns.providers, provider));
  return row;
}

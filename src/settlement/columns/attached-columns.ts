import {
  addReference,
  type NumberColumn,
  numberColumn,
  putNumber,
  type ReferenceColumn,
  referenceColumn,
} from '../../facts/index.ts';
import { numberOf, type ValueNumbers, valueNumbers } from './value-numbers.ts';

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

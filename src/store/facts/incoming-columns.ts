import {
  type ArrayWriter,
  addElement,
  addRoom,
  arrayWriter,
  closeArray,
  type ElementType,
  headLength,
} from './binary-array.ts';

/**
 * A fact on its way in. References and marks are the sixteen bytes of a uuid. It is written over
 * for the next, so that nothing is made for each.
 */
export type Incoming = {
  readonly participant: Uint8Array;
  readonly id: Uint8Array;
  readonly mark: Uint8Array;
  provider: Uint8Array | null;
  state: Uint8Array;
  readonly fingerprint: Uint8Array;
  sealedLength: number;
  /** The mark of what it replaces, in the words of whoever sends it. */
  readonly replacesMark: Uint8Array;
  /** The same where it is named by our own id. */
  replaces: Uint8Array | null;
};

const types = {
  participant: 'uuid',
  id: 'uuid',
  mark: 'uuid',
  provider: 'uuid',
  state: 'text',
  sealed: 'bytea',
  fingerprint: 'bytea',
} as const satisfies Readonly<Record<string, ElementType>>;

const replacingTypes = { replacesMark: 'uuid', replaces: 'uuid' } as const;

type Name = keyof typeof types | keyof typeof replacingTypes;

/** Facts on their way in by column, each an array as PostgreSQL takes it in binary. */
export type IncomingColumns = Readonly<{
  rows: number;
  arrays: Readonly<Record<keyof typeof types, Uint8Array>> &
    Readonly<Partial<Record<keyof typeof replacingTypes, Uint8Array>>>;
}>;

type Writers = Readonly<Record<keyof typeof types, ArrayWriter>> &
  Readonly<Partial<Record<keyof typeof replacingTypes, ArrayWriter>>>;

/** Takes facts until they are sent. */
export type IncomingWriter = {
  rows: number;
  readonly writers: Writers;
};

/** Room for facts on their way in, thought to be so many; all of them replace others, or none. */
export function incomingWriter(rowsLikely: number, isReplacing: boolean): IncomingWriter {
  const names = namesOf(isReplacing);
  const writers = names.map((name) => [name, arrayWriter(rowsLikely * bytesLikely(name))]);
  return { rows: 0, writers: Object.fromEntries(writers) as Writers };
}

/** Adds a fact; of what it is sealed to only the place, which is to be written there. */
export function addIncomingRow(
  incoming: IncomingWriter,
  fact: Incoming,
): Readonly<{ bytes: Uint8Array; at: number }> {
  const { writers } = incoming;
  incoming.rows += 1;
  addElement(writers.participant, fact.participant);
  addElement(writers.id, fact.id);
  addElement(writers.mark, fact.mark);
  addElement(writers.provider, fact.provider);
  addElement(writers.state, fact.state);
  addElement(writers.fingerprint, fact.fingerprint);
  if (writers.replacesMark !== undefined) {
    addElement(writers.replacesMark, fact.replacesMark);
    addElement(writers.replaces as ArrayWriter, fact.replaces);
  }
  const at = addRoom(writers.sealed, fact.sealedLength);
  return { bytes: writers.sealed.bytes, at };
}

/** A row of what was added: what it is about, its id, and the place of what is sealed of it. */
export type RowToSeal = Readonly<{
  row: number;
  participant: Uint8Array;
  id: Uint8Array;
  bytes: Uint8Array;
  at: number;
  length: number;
}>;

const uuidLength = 16;

/** Goes through what was added, row by row, to have it sealed. Each is told in one place. */
export function eachToSeal(
  { rows, arrays }: IncomingColumns,
  seal: (row: RowToSeal) => void,
): void {
  const { participant, id, sealed: bytes } = arrays;
  const lengths = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const own = { participant: new Uint8Array(uuidLength), id: new Uint8Array(uuidLength) };
  const each = { ...own, bytes, row: 0, at: headLength, length: 0 };
  for (let row = 0; row < rows; row += 1) {
    const from = headLength + row * (4 + uuidLength) + 4;
    for (let byte = 0; byte < uuidLength; byte += 1) {
      each.participant[byte] = participant[from + byte] as number;
      each.id[byte] = id[from + byte] as number;
    }
    each.row = row;
    each.length = lengths.getInt32(each.at);
    each.at += 4;
    seal(each);
    each.at += each.length;
  }
}

/** What was added; undefined where nothing was. */
export function closeIncoming({ rows, writers }: IncomingWriter): IncomingColumns | undefined {
  if (rows === 0) return undefined;
  const arrays = namesOf(writers.replaces !== undefined).map((name) => [
    name,
    closeArray(writers[name] as ArrayWriter, { ...types, ...replacingTypes }[name]),
  ]);
  return { rows, arrays: Object.fromEntries(arrays) as IncomingColumns['arrays'] };
}

function namesOf(isReplacing: boolean): readonly Name[] {
  return Object.keys({ ...types, ...(isReplacing ? replacingTypes : {}) }) as Name[];
}

function bytesLikely(name: Name): number {
  switch (name) {
    case 'sealed':
      return 240;
    case 'fingerprint':
      return 36;
    case 'state':
      return 14;
    case 'participant':
    case 'id':
    case 'mark':
    case 'provider':
    case 'replacesMark':
    case 'replaces':
      return 20;
  }
}

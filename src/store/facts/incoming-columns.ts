import { addElement, arrayWriter, closeArray, type ElementType } from './binary-array.ts';

/** A fact on its way in, sealed. References and marks are the sixteen bytes of a uuid. */
export type Incoming = Readonly<{
  participant: Uint8Array;
  id: Uint8Array;
  mark: Uint8Array;
  provider: Uint8Array | null;
  state: Uint8Array;
  sealed: Uint8Array;
  fingerprint: Uint8Array;
  /** The mark of what it replaces, in the words of whoever sends it. */
  replacesMark?: Uint8Array;
  /** The same where it is named by our own id. */
  replaces?: Uint8Array | null;
}>;

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

/** Takes facts until they are sent. */
export type IncomingWriter = Readonly<{
  add: (fact: Incoming) => void;
  /** What was added; undefined where nothing was. */
  close: () => IncomingColumns | undefined;
}>;

/** Room for facts on their way in, thought to be so many; all of them replace others, or none. */
export function incomingWriter(rowsLikely: number, isReplacing: boolean): IncomingWriter {
  const all = { ...types, ...(isReplacing ? replacingTypes : {}) };
  const names = Object.keys(all) as Name[];
  const columns = names.map((name) => ({
    name,
    type: all[name as keyof typeof types],
    writer: arrayWriter(rowsLikely * bytesLikely(name)),
  }));
  let rows = 0;
  return {
    add: (fact) => {
      rows += 1;
      for (const { name, writer } of columns) addElement(writer, fact[name] ?? null);
    },
    close: () => {
      if (rows === 0) return undefined;
      const arrays = columns.map(({ name, type, writer }) => [name, closeArray(writer, type)]);
      return { rows, arrays: Object.fromEntries(arrays) as IncomingColumns['arrays'] };
    },
  };
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

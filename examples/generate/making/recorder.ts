import type { DayNumber } from '../../../src/calendar/index.ts';
import type { Fact } from '../../../src/facts/index.ts';

/** A fact as it is made up: known on its day or its end unless said, verified unless said. */
export type Draft = Omit<Fact, 'id' | 'known' | 'state' | 'replaces'> &
  Readonly<{ known?: DayNumber; state?: Fact['state']; replaces?: Draft }>;

/** The facts of one example: the name of each file, and its rows. */
export type FactFiles = ReadonlyMap<string, readonly Fact[]>;

/** A file of facts: the letter that its ids begin with, and the kinds that stand in it. */
export type FactFile = Readonly<{ name: string; letter: string; kinds: readonly string[] }>;

/**
 * Puts what was made up into files, in the order in which it became known, as a register grows. The
 * last file takes every kind that no other names. A replacement stands in the file of what it replaces.
 */
export function intoFiles(drafts: readonly Draft[], files: readonly FactFile[]): FactFiles {
  const inOrder = [...drafts].sort((a, b) => knownOf(a) - knownOf(b));
  const numbered = new Map<Draft, string>();
  const rows = new Map(files.map(({ name }) => [name, [] as Fact[]]));
  for (const draft of inOrder) {
    const file = fileOf(draft, files);
    const facts = rows.get(file.name) ?? [];
    const id = `${file.letter}${String(facts.length + 1).padStart(5, '0')}`;
    numbered.set(draft, id);
    facts.push(factOf(draft, id, numbered));
  }
  return rows;
}

function knownOf({ known, day, from, to }: Draft): DayNumber {
  return known ?? day ?? to ?? from ?? 0;
}

function fileOf(draft: Draft, files: readonly FactFile[]): FactFile {
  if (draft.replaces) return fileOf(draft.replaces, files);
  const found = files.find(({ kinds }) => kinds.includes(draft.kind)) ?? files.at(-1);
  if (!found) throw new Error('An example has at least one file of facts.');
  return found;
}

function factOf(draft: Draft, id: string, numbered: ReadonlyMap<Draft, string>): Fact {
  const { replaces, ...plain } = draft;
  const replaced = replaces && numbered.get(replaces);
  return {
    ...plain,
    id,
    known: knownOf(draft),
    state: draft.state ?? 'verified',
    ...(replaced === undefined ? {} : { replaces: replaced }),
  };
}

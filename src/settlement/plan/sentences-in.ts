import type { Contract, PlainSection, Term } from '../../contract/index.ts';

/** The sentences of a section: none where the page does not have it. */
export function sentencesIn({ sections }: Contract, section: PlainSection): readonly Term[] {
  return sections[section] ?? [];
}

import type { Fact } from './fact.ts';
import { addText, type TextMemory, textMemory } from './text-memory.ts';
import { addNumber, numberAt, type WholeNumbers, wholeNumbers } from './whole-numbers.ts';

/** Facts as they are added, and what the checks between them would otherwise look for anew. */
export type FactList = Readonly<{
  facts: Fact[];
  /** Where facts of one file begin, one after the other. */
  sources: { source: number; from: number }[];
  lines: WholeNumbers;
  idHashes: WholeNumbers;
  /** The facts that replace another. */
  replacing: WholeNumbers;
  /** The facts that say who stays with whom, and the number of the participant of each. */
  staying: WholeNumbers;
  stayingParticipants: WholeNumbers;
  /** The names in the facts, each with the first fact that has it. */
  participants: TextMemory<number>;
  providers: TextMemory<number>;
}>;

export function factList(): FactList {
  return {
    facts: [],
    sources: [],
    lines: wholeNumbers(),
    idHashes: wholeNumbers(),
    replacing: wholeNumbers(),
    staying: wholeNumbers(),
    stayingParticipants: wholeNumbers(),
    participants: textMemory(),
    providers: textMemory(),
  };
}

/** Where a fact comes from, the hash of its id, and the number of its participant. */
export type FactOrigin = Readonly<{
  source: number;
  line: number;
  idHash: number;
  participantNumber: number;
}>;

/** The number of no participant. */
export const nobody = -1;

/** Adds a fact, the names in which are noted already. */
export function addFact(list: FactList, fact: Fact, origin: FactOrigin): void {
  const index = list.facts.push(fact) - 1;
  addNumber(list.lines, origin.line);
  addNumber(list.idHashes, origin.idHash);
  if (list.sources[list.sources.length - 1]?.source !== origin.source) {
    list.sources.push({ source: origin.source, from: index });
  }
  if (fact.replaces !== undefined) addNumber(list.replacing, index);
  if (fact.kind === 'attached' || fact.kind === 'left') {
    addNumber(list.staying, index);
    addNumber(list.stayingParticipants, origin.participantNumber);
  }
}

/** Notes the names in a fact that is about to be added, and gives the number of its participant. */
export function addNames({ facts, participants, providers }: FactList, fact: Fact): number {
  const { participant, provider } = fact;
  if (provider !== undefined) addText(providers, provider, facts.length);
  return participant === undefined ? nobody : addText(participants, participant, facts.length);
}

/** The file and line of a fact. */
export function originOf(
  { sources, lines }: FactList,
  index: number,
): Readonly<{ source: number; line: number }> {
  const source = sources.findLast(({ from }) => from <= index)?.source ?? 0;
  return { source, line: numberAt(lines, index) };
}

/** The indexes in a list of some of the facts, in order. */
export function indexesIn({ values, length }: WholeNumbers): Int32Array {
  return values.subarray(0, length);
}

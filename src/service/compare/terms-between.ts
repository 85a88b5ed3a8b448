import { type Contract, printContract } from '../../contract/index.ts';

/** A sentence or a row of a table that two pages do not share; changed where both have one. */
export type TermChange = Readonly<{
  /** The heading under which it stands; empty under the title. */
  section: string;
  was?: string;
  now?: string;
}>;

type Said = Readonly<{ section: string; sentence: string }>;

/** What two pages say otherwise, section by section, by printing both. Notes bind nobody. */
export function termsBetween(was: Contract, now: Contract): readonly TermChange[] {
  const before = saidBy(was);
  const after = saidBy(now);
  const sections = [...new Set([...after, ...before].map(({ section }) => section))];
  return sections.flatMap((section) => {
    const own = (said: readonly Said[]) =>
      said.filter((each) => each.section === section).map(({ sentence }) => sentence);
    return paired(section, notShared(own(before), own(after)));
  });
}

function saidBy(contract: Contract): readonly Said[] {
  const page = printContract({ ...contract, notes: [], examples: [] });
  let section = '';
  return page.split('\n').flatMap((line): Said[] => {
    if (line.startsWith('## ')) section = line.slice(3);
    if (line.trim() === '' || line.startsWith('## ') || /^\|[\s|:-]+\|$/.test(line)) return [];
    const sentence = line
      .replace(/^[-#] /, '')
      .replace(/\s+/g, ' ')
      .trim();
    return [{ section, sentence }];
  });
}

type NotShared = Readonly<{ removed: readonly string[]; added: readonly string[] }>;

/** What only one has; a sentence that has moved within its section is shared. */
function notShared(was: readonly string[], now: readonly string[]): NotShared {
  const left = [...was];
  const added = now.filter((sentence) => {
    const at = left.indexOf(sentence);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { removed: left, added };
}

/** What was taken out and what came in are one change where they say mostly the same. */
function paired(section: string, { removed, added }: NotShared): readonly TermChange[] {
  const open = [...removed];
  const changes = added.map((now): TermChange => {
    const [nearest] = open
      .map((was) => ({ was, likeness: likeness(was, now) }))
      .filter(({ likeness: share }) => share >= likenessLeast)
      .sort((a, b) => b.likeness - a.likeness);
    if (nearest === undefined) return { section, now };
    open.splice(open.indexOf(nearest.was), 1);
    return { section, was: nearest.was, now };
  });
  return [...open.map((was): TermChange => ({ section, was })), ...changes];
}

const likenessLeast = 0.5;

/** Which part of the words of both they share. */
function likeness(one: string, other: string): number {
  const left = one.split(' ');
  const words = other.split(' ');
  const count = left.length + words.length;
  const shared = words.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / count;
}

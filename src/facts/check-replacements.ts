import { nearest } from '../problem/index.ts';
import { shapesWhatIsOwed } from './built-in-kinds.ts';
import type { Fact, FactRules } from './fact.ts';
import { indexesIn } from './fact-list.ts';
import type { FactSetCheck } from './set-check.ts';
import {
  replacedTwice,
  replacesAnother,
  replacesCircle,
  replacesKind,
  replacesUnknown,
  type Subject,
} from './set-problems.ts';

/** Which fact each fact replaces, as indexes; -1 where it replaces none that can be read. */
export type Replaced = Int32Array;

const none = -1;

/** Among more facts than this no near id is looked for. */
const factsSearchedMax = 20_000;

/** Checks that replacements form chains: each of one fact, by one fact, about the same. */
export function checkReplacements(check: FactSetCheck): Replaced {
  const replaced = findReplaced(check);
  checkOneReplacement(check, replaced);
  checkCircles(check, replaced);
  const kindOf = kindsReplaced(check, replaced);
  for (const index of indexesIn(check.list.replacing)) {
    const target = replaced[index] as number;
    if (target === none) continue;
    const fact = check.facts[index] as Fact;
    checkSame(check, { fact, index, target, kind: kindOf(target) });
  }
  return replaced;
}

function findReplaced(check: FactSetCheck): Replaced {
  const { facts, list, ids, unreadIds } = check;
  const replaced = new Int32Array(facts.length).fill(none);
  for (const index of indexesIn(list.replacing)) {
    const replaces = (facts[index] as Fact).replaces as string;
    const target = ids.find(replaces);
    if (target !== undefined) {
      replaced[index] = target;
    } else if (unreadIds.has(replaces)) {
      check.setAside.add(index);
    } else {
      check.report(index, 'replaces', (at) =>
        replacesUnknown(at, replaces, findNear(replaces, facts)),
      );
    }
  }
  return replaced;
}

function findNear(id: string, facts: readonly Fact[]): string | undefined {
  if (facts.length > factsSearchedMax) return undefined;
  return nearest(
    id,
    facts.map((fact) => fact.id),
  );
}

function checkOneReplacement(check: FactSetCheck, replaced: Replaced): void {
  const replacedBy = new Map<number, number>();
  for (const index of indexesIn(check.list.replacing)) {
    const target = replaced[index] as number;
    if (target === none) continue;
    const first = replacedBy.get(target);
    if (first === undefined) {
      replacedBy.set(target, index);
      continue;
    }
    const replaces = check.facts[index]?.replaces ?? '';
    check.setAside.add(first);
    check.report(index, 'replaces', (at) => replacedTwice(at, replaces, check.placeOf(first)));
  }
}

/** Follows each chain to its root once; one that comes back to itself is cut and reported. */
function checkCircles(check: FactSetCheck, replaced: Replaced): void {
  const walkOf = new Int32Array(replaced.length);
  for (const start of indexesIn(check.list.replacing)) {
    let at = start;
    while (at !== none && walkOf[at] === 0) {
      walkOf[at] = start + 1;
      at = replaced[at] ?? none;
    }
    if (at !== none && walkOf[at] === start + 1) reportCircle(check, replaced, at);
  }
}

function reportCircle(check: FactSetCheck, replaced: Replaced, start: number): void {
  const circle = [start];
  for (let at = replaced[start]; at !== start; at = replaced[at as number])
    circle.push(at as number);
  const first = circle.reduce((least, index) => Math.min(least, index));
  const next = replaced[first] ?? first;
  const id = check.facts[first]?.id ?? '';
  check.report(first, 'replaces', (at) => replacesCircle(at, id, check.placeOf(next)));
  for (const index of circle) {
    check.setAside.add(index);
    replaced[index] = none;
  }
}

/** The kind that a fact keeps up through its withdrawals: that of the last one that had any. */
function kindsReplaced({ facts }: FactSetCheck, replaced: Replaced): (index: number) => string {
  const kindOf = (index: number): string => (facts[index] as Fact).kind;
  const kinds = new Map<number, string>();
  return (start) => {
    if (kindOf(start) !== 'withdrawn') return kindOf(start);
    const path: number[] = [];
    let at = start;
    while (!kinds.has(at) && kindOf(at) === 'withdrawn' && replaced[at] !== none) {
      path.push(at);
      at = replaced[at] as number;
    }
    const kind = kinds.get(at) ?? kindOf(at);
    for (const index of path) kinds.set(index, kind);
    return kind;
  };
}

type Pair = Readonly<{ fact: Fact; index: number; target: number; kind: string }>;

function checkSame(check: FactSetCheck, { fact, index, target, kind }: Pair): void {
  const replaced = check.facts[target] as Fact;
  const subject = findOtherSubject(fact, replaced, check.rules);
  if (subject !== undefined) {
    check.report(index, subject, (at) => replacesAnother(at, subject, check.placeOf(target)));
  } else if (fact.kind !== kind && !mayBeAnother(fact.kind, kind, check.rules)) {
    const kinds = { kind: fact.kind, replacedKind: kind };
    check.report(index, 'kind', (at) => replacesKind(at, kinds, check.placeOf(target)));
  }
}

/**
 * What was recorded as training may turn out to have been work. A stay, a record of completeness
 * or an estimate never turns out to have been anything else.
 */
function mayBeAnother(kind: string, replacedKind: string, rules: FactRules): boolean {
  return kind === 'withdrawn' || (mayTurnOut(kind, rules) && mayTurnOut(replacedKind, rules));
}

/** Whether a fact of a kind may turn out to have been of another. */
export function mayTurnOut(kind: string, { kinds }: FactRules): boolean {
  return kinds.get(kind)?.about === 'participant' && !shapesWhatIsOwed(kind);
}

function findOtherSubject(fact: Fact, replaced: Fact, rules: FactRules): Subject | undefined {
  if (fact.participant !== replaced.participant) return 'participant';
  if (fact.cohort !== replaced.cohort) return 'cohort';
  const about = rules.kinds.get(fact.kind)?.about;
  const isOfEither = about === 'participant or provider' && fact.participant === undefined;
  const isOfProvider = about === 'provider' || isOfEither;
  return isOfProvider && fact.provider !== replaced.provider ? 'provider' : undefined;
}

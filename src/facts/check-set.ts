import type { Place, Problem } from '../problem/index.ts';
import { checkAlike } from './check-alike.ts';
import { checkAttachments } from './check-attachments.ts';
import { checkReplacements, type Replaced } from './check-replacements.ts';
import type { FactRules } from './fact.ts';
import { type FactList, indexesIn } from './fact-list.ts';
import { idIndex } from './id-index.ts';
import type { FactSetCheck } from './set-check.ts';
import { idTwice } from './set-problems.ts';

/** What is legible of a row that could not be read: outcomes that it could decide are not known. */
export type Unread = Readonly<{
  id?: string;
  kind?: string;
  participant?: string;
  cohort?: string;
  provider?: string;
  replaces?: string;
  place: Place;
}>;

export type FactSetInput = Readonly<{
  list: FactList;
  rules: FactRules;
  placeOf: (index: number) => Place;
  /** Rows of the same set that could not be read. */
  unread: readonly Unread[];
  /** Takes each problem, its place worked out only if it is wanted. */
  add: (problem: () => Problem, severity?: Problem['severity']) => void;
}>;

/**
 * Checks the facts against each other, and returns the indexes of those that cannot be relied on.
 *
 * A fact that cannot be relied on takes its whole chain of replacements with it: to settle on what
 * a correction replaces, because the correction itself could not be read, would pay what somebody
 * has said is not so.
 */
export function checkSet(input: FactSetInput): ReadonlySet<number> {
  const check = openCheck(input);
  checkIds(check);
  const replaced = checkReplacements(check);
  checkAttachments(check, replaced);
  checkAlike(check);
  setAsideNamed(check, input.unread);
  return spread(check, replaced);
}

function openCheck({ list, rules, placeOf, unread, add }: FactSetInput): FactSetCheck {
  const setAside = new Set<number>();
  return {
    facts: list.facts,
    list,
    rules,
    ids: idIndex(list.facts, list.idHashes),
    placeOf,
    unreadIds: new Set(unread.flatMap(({ id }) => id ?? [])),
    unreadParticipants: new Set(unread.flatMap(({ participant }) => participant ?? [])),
    setAside,
    report: (index, column, problem) => {
      setAside.add(index);
      add(() => problem({ ...placeOf(index), field: column }));
    },
    warn: (problem) => add(problem, 'warning'),
  };
}

function checkIds(check: FactSetCheck): void {
  for (const [later, first] of check.ids.repeated) {
    const id = check.facts[later]?.id ?? '';
    check.setAside.add(first);
    check.report(later, 'id', (at) => idTwice(at, id, check.placeOf(first)));
  }
}

/** A row that could not be read, and says what it replaces, casts doubt on that; or on its twin. */
function setAsideNamed({ ids, setAside }: FactSetCheck, unread: readonly Unread[]): void {
  for (const { id, replaces } of unread) {
    const replaced = replaces === undefined ? undefined : ids.find(replaces);
    const twin = id === undefined ? undefined : ids.find(id);
    if (replaced !== undefined) setAside.add(replaced);
    if (twin !== undefined) setAside.add(twin);
  }
}

/** Everything joined to a fact set aside by replacements, whichever way they run. */
function spread({ list, setAside }: FactSetCheck, replaced: Replaced): ReadonlySet<number> {
  if (setAside.size === 0) return setAside;
  const joined = new Map<number, number[]>();
  for (const index of indexesIn(list.replacing)) {
    const target = replaced[index] ?? -1;
    if (target < 0) continue;
    join(joined, index, target);
    join(joined, target, index);
  }
  // A set hands out what is added to it while it is walked through.
  for (const index of setAside) for (const other of joined.get(index) ?? []) setAside.add(other);
  return setAside;
}

function join(joined: Map<number, number[]>, from: number, to: number): void {
  const others = joined.get(from);
  if (others === undefined) joined.set(from, [to]);
  else others.push(to);
}

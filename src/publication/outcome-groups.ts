import { type Contract, engineKinds, forms, type Outcome, type Term } from '../contract/index.ts';
import { isAboutSafety } from '../people/index.ts';

/**
 * Outcomes as they are published: those that the page ties to one another are counted together.
 *
 * Where one outcome can only be earned after another, or both rest on the same record, a reader of
 * the page knows that one count cannot be larger than another. Were both published, a large count
 * of the one would tell something of a suppressed count of the other. Counted together there is
 * one number and nothing to compare it with.
 *
 * Outcomes may be tied by what they mean where no sentence says so: a second assessment follows a
 * first. People can see that and this code cannot, so a publisher may name further outcomes to be
 * counted together, once and before the first figure. Where a page is about safety nothing is left
 * to that: all its outcomes are one count.
 *
 * Outcomes that rest on being referred or attached are left out: they count the people served, of
 * whom every other outcome is a part, and beside outcomes they would be a success rate.
 */
export function outcomeGroups(
  contract: Contract,
  together: readonly (readonly string[])[] = [],
): readonly (readonly string[])[] {
  const tied = contract.outcomes.outcomes
    .filter((outcome) => !countsPeople(outcome))
    .map((outcome) => tiesOf(outcome, contract));
  const all = tied.map(({ name }) => name);
  if (isAboutSafety(contract)) return all.length === 0 ? [] : [all];
  const named = [...namedTogether(contract), ...together.map((names) => new Set(names))];
  return joined(tied, named).map((group) => group.map(({ name }) => name));
}

type Ties = Readonly<{ name: string; core: ReadonlySet<string>; named: ReadonlySet<string> }>;

function countsPeople({ definition: [core] }: Outcome): boolean {
  const built: readonly string[] = engineKinds;
  return core !== undefined && textsIn(core).some((text) => built.includes(text));
}

/** What an outcome rests on, by records, and all that its definition names. */
function tiesOf({ name, definition }: Outcome, contract: Contract): Ties {
  const [core, ...additions] = definition;
  const known = knownNames(contract);
  const namesOf = (terms: readonly Term[]) =>
    terms.flatMap(textsIn).flatMap((text) => known.get(text.replace(/ or above$/, '')) ?? []);
  const counted = additions.filter(({ form }) => form !== forms.outcome.less.name);
  const own = new Set([name, ...namesOf(core === undefined ? [] : [core])]);
  return { name, core: own, named: new Set([...own, ...namesOf(counted)]) };
}

/**
 * Outcomes and kinds of fact by the names that a definition may use. Levels of one row stand for
 * each other: who reaches the higher has passed the lower.
 */
function knownNames({ facts, outcomes }: Contract): ReadonlyMap<string, string> {
  const kinds = facts.kinds.flatMap(({ names }) => names.map((name) => [name, names[0]] as const));
  const known = [...kinds, ...outcomes.outcomes.map(({ name }) => [name, name] as const)];
  return new Map(known.map(([name, stands]) => [name, stands ?? name]));
}

/** Sets of outcomes that one sentence beside the rate card names, as routes are. */
function namedTogether({ outcomes }: Contract): readonly ReadonlySet<string>[] {
  return outcomes.terms.map((term) => new Set(textsIn(term)));
}

/** Grows groups until no outcome of one is tied to an outcome of another. */
function joined(all: readonly Ties[], together: readonly ReadonlySet<string>[]): Ties[][] {
  const areTied = (one: Ties, other: Ties) =>
    meet(one.core, other.named) ||
    meet(one.named, other.core) ||
    together.some((names) => names.has(one.name) && names.has(other.name));
  const groups: Ties[][] = [];
  for (const outcome of all) {
    const near = groups.filter((group) => group.some((other) => areTied(outcome, other)));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([...near.flat(), outcome]);
  }
  const place = new Map(all.map(({ name }, index) => [name, index]));
  const at = (each: Ties | undefined) => place.get(each?.name ?? '') ?? 0;
  return groups
    .map((group) => group.toSorted((one, other) => at(one) - at(other)))
    .toSorted(([one], [other]) => at(one) - at(other));
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((each) => other.has(each));
}

/** Every text within a term, however deep it lies. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

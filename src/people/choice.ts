import type { Day } from '../calendar/index.ts';
import { chance } from '../chance/index.ts';
import { type Contract, findTerm, forms } from '../contract/index.ts';
import type { Problem } from '../problem/index.ts';
import { choiceNotOffered, choiceTooFew, choiceTwice, choiceWayUnsaid } from './problems.ts';

/** Who decides to whom somebody goes, in the words of the page. */
export type ChoiceWay = 'of their own choice' | 'in turn' | 'by its capacity' | 'at random';

/**
 * What was known of a provider when somebody chose, and shown to them. There is no room for a
 * price beside a person, for a success rate (until results are adjusted for who was served) or for
 * a rank.
 */
export type OfferedProvider = Readonly<{
  provider: string;
  /** Since when it has been in the programme. */
  since: Day;
  areas: readonly string[];
  /** How many more it can serve, where it has said so. */
  placesLeft?: number;
  /** What it says of itself, by the hash of the text. */
  saysOfItself?: string;
}>;

/** What somebody chose, and what they were shown when they did: kept as it was. */
export type ChoiceRecord = Readonly<{
  chosenOn: Day;
  way: ChoiceWay;
  chosen: string;
  /** Everybody offered, in the order in which they were shown. */
  offered: readonly OfferedProvider[];
  /** The page that was in force, by the hash of what was signed. */
  page: string;
}>;

/**
 * The order in which providers are shown to one person: drawn anew for each by a seed of their own,
 * so that nobody stands first for all, and newcomers are never ranked below.
 */
export function orderOffered<T extends Readonly<{ provider: string }>>(
  offered: readonly T[],
  seed: string,
): readonly T[] {
  const known = offered.toSorted((one, other) => (one.provider < other.provider ? -1 : 1));
  return chance(`offered/${seed}`).shuffle(known);
}

/** What is wrong with a choice; a promise of more providers than were offered is a warning. */
export function choiceProblems(contract: Contract, record: ChoiceRecord): readonly Problem[] {
  const { chosen, offered, way } = record;
  const names = offered.map(({ provider }) => provider);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  const { promises = [] } = contract.sections;
  const least = findTerm(promises, forms.promises.choiceOffered)?.least ?? 0;
  const ways = waysOf(contract);
  return [
    ...(names.includes(chosen) ? [] : [choiceNotOffered(chosen)]),
    ...(twice === undefined ? [] : [choiceTwice(twice)]),
    ...(ways.includes(way) ? [] : [choiceWayUnsaid(way, ways)]),
    ...(names.length < least ? [choiceTooFew(names.length, least)] : []),
  ];
}

/** How the page shares people out; where it says nothing, people choose. */
function waysOf({ sections }: Contract): readonly ChoiceWay[] {
  const { market = [] } = sections;
  const first = findTerm(market, forms.market.sharedOut)?.how ?? 'of their own choice';
  const second = findTerm(market, forms.market.noChoiceMade)?.how;
  return second === undefined ? [first] : [first, second];
}

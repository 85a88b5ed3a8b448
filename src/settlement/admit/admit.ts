import type { DayNumber } from '../../calendar/index.ts';
import { type Chain, chainsOf, type Fact, type OwnFacts } from '../../facts/index.ts';
import { Fault } from '../../problem/index.ts';
import type { AsAt } from '../as-at.ts';
import { admitRows } from './admit-rows.ts';
import type { Admitted } from './admitted.ts';
import { type Admitting, linkChain, putInOrder, type Reads } from './link-chain.ts';
import {
  addLink,
  clearRows,
  type LinkedFact,
  makeRoom,
  type StandingChain,
  standingRows,
} from './standing-rows.ts';

/**
 * Admits what was true and known by the two days, less what had been replaced or withdrawn and what
 * came too late.
 */
export function admit(facts: readonly Fact[], asAt: AsAt, reading: Reads = {}): Admitted {
  return admitFacts(facts, { asAt, ...reading, rows: standingRows() });
}

/** The same of facts in their columns, where these are; the rows given are used again. */
export function admitOwn(own: OwnFacts, by: Admitting): Admitted {
  clearRows(by.rows);
  const { inRows } = own;
  return inRows === undefined || by.timely !== undefined
    ? admitFacts(own.facts(), by)
    : admitRows(inRows, by);
}

function admitFacts(facts: readonly Fact[], by: Admitting): Admitted {
  const { rows } = by;
  const links: LinkedFact[] = [];
  const chains: StandingChain[] = [];
  for (const recorded of chainsOf(facts)) {
    for (const standing of linkChain(recorded, links, by)) chains.push(standing);
  }
  putInOrder(links);
  const kinds = new Map<string, number>();
  const numberOf = (kind: string): number => {
    const number = kinds.get(kind) ?? kinds.size + 1;
    kinds.set(kind, number);
    return number;
  };
  makeRoom(rows, links.length);
  for (const link of links) addLink(rows, link, numberOf);
  return { rows, kinds, factOf: allAreMade, chains };
}

function allAreMade(): never {
  throw new Fault('every fact of a chain has been made');
}

/** Every day, by the day given, on which a link of any of the chains became known, ascending. */
export function knownDaysOf(
  chains: readonly StandingChain[],
  knownBy: DayNumber,
): readonly DayNumber[] {
  const days: DayNumber[] = [];
  for (const { chain } of chains) addKnownDays(days, chain, knownBy);
  return days;
}

/** Adds the days on which the links of a chain became known to days in their order. */
export function addKnownDays(days: DayNumber[], chain: Chain, knownBy: DayNumber): void {
  for (const { known } of chain) if (known <= knownBy) addDay(days, known);
}

/** Adds a day to days in their order, once. They are few. */
export function addDay(days: DayNumber[], day: DayNumber): void {
  let at = days.length;
  while (at > 0 && (days[at - 1] as DayNumber) > day) at -= 1;
  if (at > 0 && days[at - 1] === day) return;
  days.push(day);
  for (let later = days.length - 1; later > at; later -= 1) {
    days[later] = days[later - 1] as DayNumber;
  }
  days[at] = day;
}

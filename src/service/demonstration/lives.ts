import type { Chance } from '../../chance/index.ts';
import type { FactCells } from '../facts-in/index.ts';
import { daysAfter, monthAfter } from './days.ts';

/** A fact that a provider has to tell of somebody, and from when on it can be told. */
export type Told = Readonly<{ knownOn: string; cells: FactCells }>;

/** What becomes of somebody in the programme that is under way, as far as chance has it. */
export function lifeOf(chance: Chance, attachedOn: string): readonly Told[] {
  const movedIn = daysAfter(attachedOn, chance.whole(8, 40));
  const isHoused = chance.happens(0.8);
  const housedTo = daysAfter(movedIn, chance.pick([45, 100, 200, 400, 400]));
  return [
    ...assessments(chance, attachedOn),
    ...(isHoused ? byMonth('in accommodation', { from: movedIn, to: housedTo }) : []),
    ...learning(chance, attachedOn),
    ...working(chance, attachedOn),
  ];
}

function assessments(chance: Chance, attachedOn: string): readonly Told[] {
  const first = daysAfter(attachedOn, chance.whole(0, 5));
  const second = daysAfter(first, chance.whole(84, 120));
  const third = daysAfter(second, chance.whole(84, 120));
  return [
    once('initial assessment', first),
    ...(chance.happens(0.8) ? [once('second assessment', second)] : []),
    ...(chance.happens(0.6) ? [once('third assessment', third)] : []),
  ];
}

function learning(chance: Chance, attachedOn: string): readonly Told[] {
  if (!chance.happens(0.4)) return [];
  const from = daysAfter(attachedOn, chance.whole(20, 90));
  const to = daysAfter(from, chance.whole(60, 180));
  const level = chance.pick(['entry level', 'entry level', 'level 1', 'level 2']);
  const begun = { knownOn: to, cells: { kind: 'in education', from, to } };
  return [begun, ...(chance.happens(0.7) ? [once(level, to)] : [])];
}

function working(chance: Chance, attachedOn: string): readonly Told[] {
  const from = daysAfter(attachedOn, chance.whole(40, 150));
  const to = daysAfter(from, chance.pick([30, 60, 110, 220]));
  if (chance.happens(0.25)) return [{ knownOn: to, cells: { kind: 'volunteering', from, to } }];
  if (!chance.happens(0.35)) return [];
  const value = `${chance.pick([10, 12, 16, 20, 30, 37.5])}`;
  return byMonth('employment', { from, to }).map(({ knownOn, cells }) => ({
    knownOn,
    cells: { ...cells, value },
  }));
}

function once(kind: string, day: string): Told {
  return { knownOn: day, cells: { kind, day } };
}

// What goes on is told month by month, so that none of it rests on what is still to come.
function byMonth(kind: string, { from, to }: Readonly<{ from: string; to: string }>): Told[] {
  const told: Told[] = [];
  for (let start = from; start <= to; start = monthAfter(start, 1)) {
    const monthEnd = daysAfter(monthAfter(start, 1), -1);
    const end = monthEnd < to ? monthEnd : to;
    told.push({ knownOn: end, cells: { kind, from: start, to: end } });
  }
  return told;
}

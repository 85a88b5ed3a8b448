import type { DayNumber } from '../../../src/calendar/index.ts';
import type { Chance } from '../../../src/chance/index.ts';
import { fraction } from '../../../src/money/index.ts';
import type { Draft } from './recorder.ts';
import { rejectedLater, verifiedLater } from './verified-later.ts';

/** How it went with somebody: by which route the outcome was reached, or why it was not. */
export type Course =
  | 'earned'
  | 'earned to the penny'
  | 'a penny short'
  | 'earned less'
  | 'earned too late'
  | 'self-employed'
  | 'both'
  | 'a part of each'
  | 'turned down'
  | 'not decided'
  | 'no work';

export type Person = Readonly<{
  participant: string;
  startedOn: DayNumber;
  course: Course;
  /** The sum that has to be earned, in pennies. */
  enough: number;
}>;

const windowDays = 638;
const halfYear = 182;

export function workFacts(person: Person, draw: Chance): Draft[] {
  switch (person.course) {
    case 'earned':
      return pay(person, Math.floor(person.enough * (1 + 0.4 * draw.fraction())) + 1, draw);
    case 'earned to the penny':
      return pay(person, person.enough, draw);
    case 'a penny short':
      return pay(person, person.enough - 1, draw);
    case 'earned less':
      return pay(person, Math.floor(person.enough * (0.05 + 0.85 * draw.fraction())), draw);
    case 'earned too late':
      return [...pay(person, Math.floor(person.enough * 0.7), draw), ...paidLater(person, draw)];
    case 'self-employed':
      return claims(person, [halfYear, 300], draw);
    case 'both':
      return [
        ...claims(person, [halfYear, 240], draw),
        ...pay(person, person.enough + 25_000, draw),
      ];
    case 'a part of each':
      return [
        ...claims(person, [60, 150], draw),
        ...pay(person, Math.floor(person.enough / 2), draw),
      ];
    case 'turned down':
    case 'not decided':
      return claims(person, [halfYear, 260], draw);
    case 'no work':
      return draw.happens(0.15) ? [paidBefore(person, draw)] : [];
  }
}

/** So many pennies in all, paid month by month within the 638 days. */
function pay(person: Person, pennies: number, draw: Chance): Draft[] {
  const { startedOn } = person;
  const months = Math.min(draw.whole(3, 14), Math.max(1, Math.floor(pennies / 6_000)));
  const first = startedOn + draw.whole(35, windowDays - 31 * months - 8);
  const facts: Draft[] = [];
  let left = pennies;
  for (let month = 0; month < months; month += 1) {
    const even = Math.floor(left / (months - month));
    const isLast = month === months - 1;
    const paid = isLast ? left : Math.floor(even * (0.85 + 0.3 * draw.fraction()));
    left -= paid;
    facts.push(...payslip(person, { day: first + 31 * month, pennies: paid }, draw));
  }
  return facts;
}

type Pay = Readonly<{ day: DayNumber; pennies: number }>;

/** What the employer reported; now and then corrected some weeks later, up or down. */
function payslip({ participant }: Person, { day, pennies }: Pay, draw: Chance): Draft[] {
  const paid = (amount: number, known: DayNumber): Draft => ({
    kind: 'earnings',
    participant,
    day,
    value: fraction(amount, 100),
    known,
  });
  const known = day + draw.whole(0, 7);
  if (!draw.happens(0.03)) return [paid(pennies, known)];
  const wrong = paid(pennies + draw.whole(1_000, 20_000), known);
  return [wrong, { ...paid(pennies, known + draw.whole(20, 50)), replaces: wrong }];
}

/** Paid once the 638 days are over. */
function paidLater(person: Person, draw: Chance): Draft[] {
  const { startedOn, enough } = person;
  const after = startedOn + windowDays + draw.whole(0, 6);
  return [0, 30, 61].flatMap((days) =>
    payslip(person, { day: after + days, pennies: Math.floor(enough / 5) }, draw),
  );
}

/** The last pay of a job that ended before the start. */
function paidBefore({ participant, startedOn, enough }: Person, draw: Chance): Draft {
  const day = startedOn - draw.whole(1, 25);
  return { kind: 'earnings', participant, day, value: fraction(enough + 10_000, 100) };
}

/** Days of self-employment in one to three spells, some of which overlap; each day counts once. */
function claims(person: Person, days: readonly [number, number], draw: Chance): Draft[] {
  const { participant, startedOn, course } = person;
  const total = draw.whole(days[0], days[1]);
  const from = startedOn + draw.whole(30, windowDays - total - 60);
  const cut = from + Math.floor(total / 2);
  const overlap = draw.whole(0, 20);
  const gap = overlap === 0 ? draw.whole(5, 30) : 0;
  const spells = [
    { from, to: cut - 1 },
    { from: cut + gap - overlap, to: from + total - 1 + gap },
  ];
  return spells.flatMap((span) => {
    const claimedOn = span.to + draw.whole(5, 40);
    const decidedOn = claimedOn + draw.whole(8, 45);
    const spell: Draft = { kind: 'self-employment', participant, ...span };
    if (course === 'turned down') return rejectedLater(spell, { claimedOn, decidedOn });
    if (course === 'not decided') return [{ ...spell, known: claimedOn, state: 'waiting' }];
    return verifiedLater(spell, { claimedOn, decidedOn });
  });
}

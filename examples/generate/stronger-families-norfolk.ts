import { type DayNumber, dayNumber, lastDayOf, type Span } from '../../src/calendar/index.ts';
import { type Chance, chance } from '../../src/chance/index.ts';
import { type AtHome, familiesAtHome, type Wanted } from './making/days-at-home.ts';
import { type Draft, type FactFiles, intoFiles } from './making/recorder.ts';
import { reported, withdrawnLater } from './making/verified-later.ts';

/** Published: the last day of each payment, and the payment in pounds. They come to £8,626,543. */
export const payments = [
  { to: '2019-10-31', paid: 139_078 },
  { to: '2020-01-31', paid: 102_592 },
  { to: '2020-04-30', paid: 148_200 },
  { to: '2020-07-31', paid: 176_884 },
  { to: '2020-10-31', paid: 208_920 },
  { to: '2020-12-31', paid: 187_654 },
  { to: '2021-03-31', paid: 285_571 },
  { to: '2021-06-30', paid: 342_668 },
  { to: '2021-09-30', paid: 364_813 },
  { to: '2021-12-31', paid: 415_752 },
  { to: '2022-03-31', paid: 427_126 },
  { to: '2022-06-30', paid: 429_269 },
  { to: '2022-09-30', paid: 451_249 },
  { to: '2022-12-31', paid: 470_812 },
  { to: '2023-03-31', paid: 501_419 },
  { to: '2023-06-30', paid: 536_697 },
  { to: '2023-09-30', paid: 546_645 },
  { to: '2023-12-31', paid: 624_457 },
  { to: '2024-03-31', paid: 680_637 },
  { to: '2024-06-30', paid: 749_023 },
  { to: '2024-09-30', paid: 837_077 },
] as const;

/** Published: families, and days out of care. Solved: how many of the days were of edge of care. */
export const counts = { families: 341, days: 145_852, atTheEdge: 51_811 };

/** Invented, as is the price of £67 a day. */
const provider = 'Stronger Families Limited';
const firstDay = dayNumber('2019-02-01');
const lastDay = dayNumber('2024-09-30');

/** The days of each group by which the payments come out: solved from them, to the pound. */
function daysWanted(): Readonly<{ edge: readonly Wanted[]; inCare: readonly Wanted[] }> {
  const edge: Wanted[] = [];
  const inCare: Wanted[] = [];
  let before = { paid: 0, edge: 0, inCare: 0, last: firstDay - 1 };
  for (const { to, paid } of payments) {
    const now = { ...daysFor(before.paid + paid), paid: before.paid + paid, last: dayNumber(to) };
    const span: Span = { first: before.last + 1, last: now.last };
    edge.push({ span, days: now.edge - before.edge });
    inCare.push({ span, days: now.inCare - before.inCare });
    before = now;
  }
  return { edge, inCare };
}

/** A day at the edge pays 67/100 of the £67 of a day of the others, so 67 and 100 parts are counted. */
function daysFor(paid: number): Readonly<{ edge: number; inCare: number }> {
  const parts = Math.round((paid * 100) / 67);
  const share = counts.atTheEdge / counts.days;
  const about = (share * parts) / (100 - 33 * share);
  const rest = (3 * parts) % 100;
  const edge = rest + 100 * Math.round((about - rest) / 100);
  return { edge, inCare: (parts - 67 * edge) / 100 };
}

/** 341 families whose days out of care come to each of the published payments. */
export function factFiles(): FactFiles {
  const seeded = chance('stronger-families-norfolk');
  const wanted = daysWanted();
  const edge = { group: 'edge of care', cameHome: false, stays: 0.3 };
  const inCare = { group: 'in care', cameHome: true, stays: 0.3 };
  const home = [
    ...familiesAtHome(wanted.edge, edge, seeded.fork('edge')),
    ...familiesAtHome(wanted.inCare, inCare, seeded.fork('in care')),
  ];
  const families = [...home, ...neverHome(counts.families - home.length, seeded.fork('never'))];
  const drafts = families
    .toSorted((a, b) => a.attachedOn - b.attachedOn)
    .flatMap((family, at) => familyFacts(family, `F-${String(at + 1).padStart(3, '0')}`));
  return intoFiles(
    [...drafts, ...records()],
    [
      { name: 'families.csv', letter: 'F', kinds: ['attached'] },
      { name: 'placements.csv', letter: 'P', kinds: [] },
    ],
  );
}

/** Families whose child was in care and stayed there: nothing is paid for them. */
function neverHome(count: number, draw: Chance): AtHome[] {
  if (count < 0) throw new Error('There are more families than were published.');
  return Array.from({ length: count }, () => {
    const attachedOn = draw.whole(firstDay + 30, lastDay - 60);
    const windowLast = lastDayOf(attachedOn, { count: 3, unit: 'year' });
    return { group: 'in care', attachedOn, windowLast, home: [] };
  });
}

/** The council says at the end of each payment's days that its record of them is complete. */
function records(): Draft[] {
  let from = firstDay;
  return payments.map(({ to }) => {
    const last = dayNumber(to);
    const record: Draft = {
      kind: 'complete',
      about: 'in care',
      source: 'the council',
      from,
      to: last,
      known: last + 12,
    };
    from = last + 1;
    return record;
  });
}

function familyFacts(family: AtHome, participant: string): Draft[] {
  const draw = chance(`stronger-families-norfolk/${participant}`);
  const { group, attachedOn: day } = family;
  const known = day + draw.whole(0, 9);
  return [
    { kind: 'attached', participant, provider, group, day, known },
    ...careOf(family, draw).flatMap((span) => placement(participant, span)),
    ...wrongFamily(family, participant, draw),
  ];
}

type Care = Readonly<{ from: DayNumber; to?: DayNumber }>;

/** The days in care are those between the days at home, and those before and after them. */
function careOf({ group, attachedOn, windowLast, home }: AtHome, draw: Chance): Care[] {
  const begun = group === 'in care' ? attachedOn - draw.whole(60, 900) : undefined;
  const [first, second] = home;
  if (!first) return begun === undefined ? [] : [{ from: begun }];
  const end = home.at(-1)?.last ?? first.last;
  return [
    ...(begun === undefined ? [] : [{ from: begun, to: first.first - 1 }]),
    ...(second ? [{ from: first.last + 1, to: second.first - 1 }] : []),
    ...(end < windowLast ? [{ from: end + 1 }] : []),
  ].filter(({ from }) => from <= lastDay);
}

/** A placement stands open in every quarterly list until it is over. */
function placement(participant: string, { from, to }: Care): Draft[] {
  const open = { kind: 'in care', participant, from, source: 'the council' };
  const lists = payments.map((payment) => dayNumber(payment.to) + 10);
  return reported(
    open,
    to,
    lists.filter((day) => day - 10 >= from),
  );
}

/** Now and then a placement is recorded for the wrong family, and taken back before it is paid. */
function wrongFamily({ attachedOn }: AtHome, participant: string, draw: Chance): Draft[] {
  if (!draw.happens(0.03)) return [];
  const from = attachedOn + draw.whole(5, 30);
  const to = from + draw.whole(1, 20);
  const wrong = { kind: 'in care', participant, from, to, source: 'the council', known: to + 2 };
  return to + 6 <= lastDay ? withdrawnLater(wrong, to + 6) : [];
}

import { addMonths, type DayNumber, dayNumber } from '../../../src/calendar/index.ts';
import type { Chance } from '../../../src/chance/index.ts';
import { fraction } from '../../../src/money/index.ts';
import type { Draft } from './recorder.ts';
import { reported, verifiedLater } from './verified-later.ts';

/** What became of a family: the routes it went, which together decide what it pays. */
export const endings = [
  'turned around',
  'turned around, progress',
  'work',
  'turned around, work',
  'turned around, progress, work',
  'progress',
  'progress, work',
  'nothing',
] as const;

export type Ending = (typeof endings)[number];
export type Family = Readonly<{ participant: string; attachedOn: DayNumber; ending: Ending }>;

const lastDay = dayNumber('2015-05-31');
const lastReport = dayNumber('2015-06-19');

/** Whether the family went this way. */
export function went({ ending }: Family, way: 'turned around' | 'progress' | 'work'): boolean {
  return ending.split(', ').includes(way);
}

export function familyFacts(family: Family, draw: Chance): Draft[] {
  const { participant, attachedOn: day } = family;
  const known = Math.min(lastReport, day + draw.whole(0, 18));
  const provider = 'Northshire Council';
  return [
    { kind: 'attached', participant, provider, group: 'families', day, known },
    ...schooling(family, draw.fork('schooling')),
    ...falls(family, draw.fork('falls')),
    ...(went(family, 'progress') ? progress(family, draw.fork('progress')) : []),
    ...work(family, draw.fork('work')),
  ];
}

/** A school year in order, and longer; or a time in order that is broken off before the year is over. */
function schooling(family: Family, draw: Chance): Draft[] {
  const { participant, attachedOn } = family;
  const spell = { kind: 'schooling in order', participant, source: 'the schools' };
  if (went(family, 'turned around')) {
    const latest = addMonths(lastDay, -12) - 8;
    const from = Math.min(latest, attachedOn + draw.whole(1, 170));
    const over = addMonths(from, 12) + draw.whole(0, 200);
    const first = addMonths(from, 12) + draw.whole(3, 25);
    return reported({ ...spell, from }, over > lastDay ? undefined : over, [first, lastReport]);
  }
  const from = attachedOn + draw.whole(10, 220);
  const to = from + draw.whole(20, 240);
  if (draw.happens(0.3) || to > lastDay - 20) return [];
  const again = to + draw.whole(8, 40);
  const until = again + draw.whole(10, 150);
  const facts: Draft[] = [{ ...spell, from, to, known: to + draw.whole(5, 40) }];
  if (until < lastDay) facts.push({ ...spell, from: again, to: until, known: until + 21 });
  return facts;
}

/** Incidents and offences counted at the start, half-way and at the end. */
function falls(family: Family, draw: Chance): Draft[] {
  const isAround = went(family, 'turned around');
  const failing = isAround ? undefined : draw.pick(['incidents', 'offences', 'schooling']);
  const incidents = isAround || draw.happens(0.8) ? draw.whole(3, 34) : 0;
  const offences = isAround || draw.happens(0.8) ? draw.whole(3, 12) : 0;
  return [
    ...scores(family, draw, {
      kind: 'anti-social incidents',
      first: incidents,
      most: Math.floor(incidents * 0.4),
      isReached: failing !== 'incidents' && incidents > 0,
    }),
    ...scores(family, draw, {
      kind: 'offences of the young',
      first: offences,
      most: Math.floor(offences * 0.67),
      isReached: failing !== 'offences' && offences > 0,
    }),
  ];
}

type Fall = Readonly<{ kind: string; first: number; most: number; isReached: boolean }>;

function scores({ participant, attachedOn }: Family, draw: Chance, fall: Fall): Draft[] {
  const { kind } = fall;
  const source =
    kind === 'anti-social incidents' && draw.happens(0.4) ? 'the landlord' : 'the police';
  const start = attachedOn + draw.whole(0, 28);
  const room = lastDay - start;
  const second = start + Math.floor(room * 0.4) - draw.whole(0, Math.floor(room * 0.2));
  const third = start + Math.floor(room * 0.8) - draw.whole(0, Math.floor(room * 0.2));
  const high = () => Math.min(100, fall.most + 1 + draw.whole(0, fall.first));
  const values = [fall.first, high(), fall.isReached ? draw.whole(0, fall.most) : high()];
  return [start, Math.min(second, third - 1), third].flatMap((day, at) => {
    if (day <= start && at > 0) return [];
    const score: Draft = { kind, participant, day, value: fraction(values[at] ?? 0), source };
    const known = day + draw.whole(3, 24);
    if (!draw.happens(0.02) || at === 0) return [{ ...score, known }];
    const wrong: Draft = { ...score, value: fraction(high()), known };
    return [wrong, { ...score, known: known + draw.whole(5, 20), replaces: wrong }];
  });
}

function progress({ participant, attachedOn }: Family, draw: Chance): Draft[] {
  const kinds = ['joins the Work Programme', 'joins a European Social Fund provider'];
  const day = Math.min(lastDay - draw.whole(2, 40), attachedOn + draw.whole(20, 400));
  const source = 'Jobcentre Plus';
  return [{ kind: draw.pick(kinds), participant, day, source, known: day + draw.whole(1, 21) }];
}

/** Half a year of work without a break; or less of it, or a break in it, or nobody's word for it. */
function work(family: Family, draw: Chance): Draft[] {
  const { participant, attachedOn } = family;
  const spell = { kind: 'in work and off benefit', participant, source: 'Jobcentre Plus' };
  if (went(family, 'work')) {
    const from = Math.min(lastDay - 190, attachedOn + draw.whole(10, 300));
    const to = from + 182 + draw.whole(0, 200);
    const reports = [from + 183 + draw.whole(2, 20), lastReport];
    if (to > lastDay || draw.happens(0.5)) {
      return reported({ ...spell, from }, to > lastDay ? undefined : to, reports);
    }
    const claimedOn = to + draw.whole(1, 9);
    return verifiedLater({ ...spell, from, to }, { claimedOn, decidedOn: claimedOn + 14 });
  }
  if (!draw.happens(0.12) || attachedOn > lastDay - 260) return [];
  const from = attachedOn + draw.whole(10, 40);
  const to = from + draw.whole(15, 100);
  if (draw.happens(0.2)) return [{ ...spell, from, to: from + 185, state: 'waiting' }];
  const again = to + draw.whole(2, 12);
  const until = again + draw.whole(15, 80);
  return [
    { ...spell, from, to, known: to + 10 },
    { ...spell, from: again, to: until, known: until + 10 },
  ];
}

import { type Day, dayNumber } from '../../src/calendar/index.ts';
import { type Chance, chance } from '../../src/chance/index.ts';
import { type Fraction, fraction } from '../../src/money/index.ts';
import { recordSpell } from './making/record-spell.ts';
import { type Draft, type FactFiles, intoFiles } from './making/recorder.ts';

/**
 * One in 500 of what was reported to the beginning of 2019: 190,000 people referred, up to 15,000 of
 * them a second time, 17,100 in work for a year. How many stopped at 13, 26 and 39 weeks is made up.
 */
export const counts = {
  people: 380,
  twice: 30,
  weeks: { 13: 30, 26: 18, 39: 12, 52: 34 },
} as const;

const asAt = dayNumber('2018-12-31');
const starts = dayNumber('2015-07-06');
const yearTaken = 364;

type Spell = Readonly<{ participant: string; from: Chance; referredOn: number; provider: string }>;

export function factFiles(): FactFiles {
  const root = chance('jobpath');
  const drafts: Draft[] = [];
  const ladders = Object.entries(counts.weeks).flatMap(([weeks, people]) =>
    Array.from({ length: people }, () => Number(weeks)),
  );
  for (let person = 0; person < counts.people; person += 1) {
    const participant = `P-${String(person + 1).padStart(4, '0')}`;
    const from = root.fork(participant);
    const provider = from.pick(['North', 'South']);
    const weeks = ladders[person];
    const latest = dayNumber((weeks === undefined ? '2018-10-01' : '2016-11-28') as Day);
    const isTwice = person >= counts.people - counts.twice;
    const referredOn = from.whole(starts, isTwice ? dayNumber('2016-12-01') : latest);
    const first = { participant, from, referredOn, provider };
    drafts.push(
      ...register(first, isTwice),
      ...(weeks === undefined ? little(first) : work(first, weeks)),
    );
    if (isTwice) {
      const again = referredOn + yearTaken + from.whole(62, 200);
      drafts.push(...register({ ...first, referredOn: again, from: from.fork('again') }, false));
    }
  }
  return intoFiles(drafts, [
    {
      name: 'referrals.csv',
      letter: 'R',
      kinds: ['referred', 'attached', 'left', 'progression plan agreed'],
    },
    { name: 'work.csv', letter: 'W', kinds: ['work', 'on the Live Register'] },
  ]);
}

/** Referred, attached and, once a plan is agreed, registered; after a year those who go on are left. */
function register({ participant, from, referredOn, provider }: Spell, leaves: boolean): Draft[] {
  const attachedOn = referredOn + from.whole(3, 21);
  const planOn = attachedOn + from.whole(0, 21);
  const group = 'long-term unemployed';
  const drafts: Draft[] = [
    { kind: 'referred', participant, provider, day: referredOn },
    {
      kind: 'attached',
      participant,
      provider,
      group,
      day: attachedOn,
      known: attachedOn + from.whole(0, 5),
    },
    ...planned({ kind: 'progression plan agreed', participant, day: planOn }, from),
  ];
  const day = referredOn + yearTaken;
  return leaves ? [...drafts, { kind: 'left', participant, provider, day }] : drafts;
}

/** The day of some plans is first recorded wrongly, and some wait for the department to verify them. */
function planned(plan: Draft & Readonly<{ day: number }>, from: Chance): Draft[] {
  const known = plan.day + from.whole(0, 7);
  if (from.happens(1 / 30)) {
    const mistaken: Draft = { ...plan, day: plan.day + 1, known: known + 1 };
    return [mistaken, { ...plan, known: known + from.whole(4, 20), replaces: mistaken }];
  }
  if (!from.happens(1 / 5)) return [{ ...plan, known }];
  const claimed: Draft = { ...plan, known, state: 'claimed' };
  return [claimed, { ...plan, known: known + from.whole(5, 30), replaces: claimed }];
}

const hours = (count: number): Fraction => fraction(count);

/** Full-time work, in one job or two, and some weeks back on the Live Register that do not count. */
function work({ participant, from, referredOn }: Spell, weeks: number): Draft[] {
  const begins = referredOn + from.whole(60, 260);
  const more = weeks === 52 ? from.whole(0, 120) : from.whole(0, 80);
  const days = weeks * 7 + more;
  const spell = { kind: 'work', participant, value: hours(from.whole(31, 40)) };
  if (from.happens(0.3)) {
    const first = Math.floor(days * 0.4);
    const again = begins + first + from.whole(7, 50);
    const spells = [
      { ...spell, from: begins, to: begins + first - 1 },
      { ...spell, value: hours(from.whole(32, 39)), from: again, to: again + days - first - 1 },
    ];
    return spells.flatMap((each) => recordSpell(each, asAt, from));
  }
  const signedOn = from.happens(0.12) ? from.whole(7, 21) : 0;
  const to = begins + days + signedOn - 1;
  const drafts = recordSpell({ ...spell, from: begins, to }, asAt, from);
  if (signedOn === 0) return drafts;
  const register = {
    kind: 'on the Live Register',
    participant,
    from: begins + 30,
    to: begins + 29 + signedOn,
  };
  return [...drafts, ...recordSpell(register, asAt, from)];
}

/** No work, too few weeks of it, or too few hours, which pay nothing beyond the registration. */
function little({ participant, from, referredOn }: Spell): Draft[] {
  if (from.happens(0.6)) return [];
  const begins = referredOn + from.whole(40, 240);
  const isPartTime = from.happens(0.5);
  const value = hours(isPartTime ? from.whole(10, 30) : from.whole(31, 40));
  const to = begins + (isPartTime ? from.whole(30, 200) : from.whole(10, 89));
  return recordSpell({ kind: 'work', participant, value, from: begins, to }, asAt, from);
}

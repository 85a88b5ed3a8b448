import { type Day, dayNumber } from '../../src/calendar/index.ts';
import { type Chance, chance } from '../../src/chance/index.ts';
import { fraction } from '../../src/money/index.ts';
import { recordSpell } from './making/record-spell.ts';
import { type Draft, type FactFiles, intoFiles } from './making/recorder.ts';

const people = 400;
const asAt = dayNumber('2015-03-31');

type Young = Readonly<{ participant: string; attachedOn: number; from: Chance; able: number }>;

/** Young people of two projects, all made up: no count of outcomes was published to come to. */
export function factFiles(): FactFiles {
  const root = chance('innovation fund round 1');
  const drafts = Array.from({ length: people }, (_, at) => {
    const participant = `P-${String(at + 1).padStart(4, '0')}`;
    const from = root.fork(participant);
    const attachedOn = from.whole(dayNumber('2012-04-16'), dayNumber('2014-03-31'));
    return factsOf({ participant, from, attachedOn, able: from.fraction() });
  });
  return intoFiles(drafts.flat(), [
    { name: 'attachments.csv', letter: 'A', kinds: ['attached'] },
    { name: 'school.csv', letter: 'S', kinds: [...schoolSpells, 'in school holidays'] },
    { name: 'work.csv', letter: 'W', kinds: ['work', 'on benefit'] },
    { name: 'learning.csv', letter: 'L', kinds: [] },
  ]);
}

function factsOf(young: Young): Draft[] {
  const { participant, attachedOn: day, from } = young;
  const provider = from.pick(['Project A', 'Project B']);
  const known = day + from.whole(0, 10);
  const attached = { kind: 'attached', participant, provider, group: 'young people', day, known };
  const isAtSchool = from.happens(0.6);
  return [
    attached,
    ...(isAtSchool ? school(young) : []),
    ...learning(young),
    ...(isAtSchool && young.able < 0.8 ? [] : work(young)),
  ];
}

const schoolSpells = ['improved behaviour', 'improved attendance'];

/** Made-up but usual school holidays, on whose days nothing counts and nothing breaks. */
const holidays = [
  ['2012-07-21', '2012-09-03'],
  ['2012-10-29', '2012-11-04'],
  ['2012-12-22', '2013-01-06'],
  ['2013-02-18', '2013-02-24'],
  ['2013-03-29', '2013-04-14'],
  ['2013-05-27', '2013-06-02'],
  ['2013-07-24', '2013-09-03'],
  ['2013-10-28', '2013-11-03'],
  ['2013-12-21', '2014-01-05'],
  ['2014-02-17', '2014-02-23'],
  ['2014-04-05', '2014-04-21'],
  ['2014-05-26', '2014-06-01'],
  ['2014-07-23', '2014-09-02'],
  ['2014-10-27', '2014-11-02'],
  ['2014-12-20', '2015-01-04'],
  ['2015-02-16', '2015-02-22'],
].map(([first, last]) => ({ from: dayNumber(first as Day), to: dayNumber(last as Day) }));

/** Better for some weeks, up to a term or more; a quarter of spells are broken by a bad week. */
function school({ participant, attachedOn, from, able }: Young): Draft[] {
  const spells = schoolSpells.flatMap((kind) => {
    if (from.fraction() > 0.2 + able * 0.35) return [];
    const begins = attachedOn + from.whole(14, 150);
    const to = begins + from.whole(30, 260);
    if (!from.happens(0.25)) return [{ kind, participant, from: begins, to }];
    const broken = from.whole(begins + 10, to - 12);
    return [
      { kind, participant, from: begins, to: broken },
      { kind, participant, from: broken + 8, to },
    ];
  });
  const first = Math.min(...spells.map((spell) => spell.from));
  const last = Math.max(...spells.map((spell) => spell.to));
  const pauses = holidays
    .filter((holiday) => holiday.to >= first && holiday.from <= last && holiday.to <= asAt)
    .map((holiday): Draft => ({ kind: 'in school holidays', participant, ...holiday }));
  return [...pauses, ...spells.flatMap((spell) => recordSpell(spell, asAt, from))];
}

/** Levels one after another, higher ones more seldom; a result is sometimes recorded on a wrong day. */
function learning({ participant, attachedOn, from, able }: Young): Draft[] {
  const reached = [0.68, 0.82, 0.92, 0.98].filter((least) => able > least).length;
  const drafts: Draft[] = [];
  for (let level = 1; level <= reached; level += 1) {
    const day = attachedOn + 120 + (level - 1) * 200 + from.whole(0, 90);
    if (day <= asAt - 20)
      drafts.push(...result({ kind: `level ${level}`, participant, day }, from));
  }
  if (!from.happens(0.05)) return drafts;
  const day = attachedOn + from.whole(90, 300);
  return [...drafts, ...result({ kind: 'English course completed', participant, day }, from)];
}

function result(what: Draft & Readonly<{ day: number }>, from: Chance): Draft[] {
  const known = what.day + from.whole(3, 40);
  const luck = from.fraction();
  if (luck < 0.04) return [{ ...what, known, state: 'claimed' }];
  if (luck > 0.1) return [{ ...what, known }];
  const first: Draft =
    luck < 0.07
      ? { ...what, known, state: 'claimed' }
      : { ...what, day: what.day - from.whole(1, 5), known };
  return [first, { ...what, known: known + from.whole(9, 50), replaces: first }];
}

function work({ participant, attachedOn, from, able }: Young): Draft[] {
  if (from.fraction() > 0.15 + able * 0.45) return [];
  const drafts: Draft[] = [];
  let begins = attachedOn + from.whole(40, 300);
  for (let jobs = from.whole(1, 3); jobs > 0 && begins < asAt - 40; jobs -= 1) {
    const value = fraction(from.pick([8, 12, 16, 16, 20, 25, 30, 37]));
    const to = begins + from.whole(20, 280);
    drafts.push(...recordSpell({ kind: 'work', participant, value, from: begins, to }, asAt, from));
    begins = to + from.whole(3, 60);
  }
  const benefit = begins - from.whole(5, 90);
  if (from.happens(0.2) && benefit + 13 <= asAt) {
    const spell = { kind: 'on benefit', participant, from: benefit, to: benefit + 13 };
    drafts.push(...recordSpell(spell, asAt, from));
  }
  return drafts;
}

import { dayNumber } from '../../src/calendar/index.ts';
import { type Chance, chance } from '../../src/chance/index.ts';
import { recordSpell, type TrueSpell } from './making/record-spell.ts';
import { type Draft, type FactFiles, intoFiles } from './making/recorder.ts';

/** One in so many of those whose job was paid for, so that the facts stay few. */
export const oneIn = 250;

/**
 * What was paid for jobs to 31 March 2014, in thousands of pounds (written answer of 13 October
 * 2014), the fee, and the weeks of work that it takes. The share of people with a job is made up.
 */
export const groups = [
  { name: 'JSA 18-24', thousands: 80_280, fee: 1200, weeks: 26, share: 0.24 },
  { name: 'JSA 25+', thousands: 151_468, fee: 1200, weeks: 26, share: 0.21 },
  { name: 'JSA early access', thousands: 74_377, fee: 1200, weeks: 13, share: 0.19 },
  { name: 'JSA ex-IB', thousands: 3_537, fee: 1200, weeks: 13, share: 0.15 },
  { name: 'ESA volunteers', thousands: 3_254, fee: 1000, weeks: 13, share: 0.1 },
  { name: 'new ESA', thousands: 12_030, fee: 1200, weeks: 13, share: 0.08 },
  { name: 'ESA ex-IB', thousands: 3_254, fee: 3500, weeks: 13, share: 0.04 },
  { name: 'IB/IS volunteers', thousands: 521, fee: 1000, weeks: 13, share: 0.06 },
  { name: 'prison leavers', thousands: 3_068, fee: 1200, weeks: 26, share: 0.05 },
] as const;

type Group = (typeof groups)[number];

/** How many jobs of a group are made up, where one in so many is. */
export function jobsOf({ thousands, fee }: Group, one = oneIn): number {
  return Math.round((thousands * 1000) / fee / one);
}

const asAt = dayNumber('2014-03-31');
const starts = dayNumber('2011-06-06');
const prisonLeaversFrom = dayNumber('2012-02-06');
const daysTakingPart = 104 * 7;

export function factFiles(): FactFiles {
  const from = chance('work programme');
  const drafts: Draft[] = [];
  let count = 0;
  for (const group of groups) {
    const jobs = jobsOf(group);
    const people = Math.round(jobs / group.share);
    for (let person = 0; person < people; person += 1) {
      count += 1;
      const participant = `P-${String(count).padStart(5, '0')}`;
      const own = from.fork(participant);
      const attached = attach(group, participant, own);
      drafts.push(
        attached,
        ...(person < jobs ? job(group, attached, own) : noJob(group, attached, own)),
      );
    }
  }
  return intoFiles(drafts, [
    { name: 'attachments.csv', letter: 'A', kinds: ['attached'] },
    { name: 'work.csv', letter: 'W', kinds: ['work', 'on benefit'] },
  ]);
}

type Attached = Draft & Readonly<{ participant: string; day: number }>;

/** Those referred were shared between the providers of an area at random. */
function attach(group: Group, participant: string, from: Chance): Attached {
  const first = group.name === 'prison leavers' ? prisonLeaversFrom : starts;
  const day = from.whole(first, asAt - group.weeks * 7 - 60);
  const provider = from.pick(['Prime A', 'Prime B']);
  return {
    kind: 'attached',
    participant,
    provider,
    group: group.name,
    day,
    known: day + from.whole(0, 9),
  };
}

/** Made up again and again until the weeks of work are there, and known, in time to be paid. */
function job(group: Group, attached: Attached, from: Chance): Draft[] {
  for (let round = 0; ; round += 1) {
    const own = from.fork(round);
    const spells = worked(attached, own);
    const done = dayOfJob(spells, attached.day, group.weeks * 7);
    if (done !== undefined && done <= asAt - 30)
      return spells.flatMap((spell) => recordSpell(spell, asAt, own));
  }
}

function worked({ participant, day }: Attached, from: Chance): TrueSpell[] {
  const begins = day + from.whole(10, 420);
  const stays = from.happens(0.25) ? from.whole(40, 200) : from.whole(200, 1100);
  const first = { kind: 'work', participant, from: begins, to: begins + stays };
  if (from.happens(0.15)) {
    const benefit = begins + from.whole(5, stays - 14);
    return [first, { kind: 'on benefit', participant, from: benefit, to: benefit + 6 }];
  }
  if (!from.happens(0.25)) return [first];
  const again = first.to + from.whole(8, 90);
  return [first, { kind: 'work', participant, from: again, to: again + from.whole(60, 500) }];
}

/** The day on which so many days of work, off benefit, were reached while taking part. */
function dayOfJob(
  spells: readonly TrueSpell[],
  attachedOn: number,
  days: number,
): number | undefined {
  const isIn = (kind: string, day: number) =>
    spells.some((spell) => spell.kind === kind && spell.from <= day && day <= spell.to);
  let counted = 0;
  for (let day = attachedOn; day < attachedOn + daysTakingPart; day += 1) {
    if (isIn('work', day) && !isIn('on benefit', day)) counted += 1;
    if (counted === days) return day;
  }
  return undefined;
}

/** No work, too little of it, or enough that was recorded too late or not found to be so. */
function noJob(group: Group, { participant, day }: Attached, from: Chance): Draft[] {
  const begins = day + from.whole(10, 250);
  const short = begins + from.whole(2, group.weeks * 7 - 20);
  const enough = begins + group.weeks * 7 + from.whole(0, 100);
  const luck = from.fraction();
  if (luck < 0.75 || short > asAt - 30) return [];
  const spell = { kind: 'work', participant, from: begins };
  if (luck < 0.96 || enough > asAt - 40) return recordSpell({ ...spell, to: short }, asAt, from);
  if (luck < 0.97) return [{ ...spell, to: enough, known: asAt + from.whole(1, 60) }];
  const claimed: Draft = { ...spell, to: enough, known: enough + 9, state: 'claimed' };
  if (luck < 0.985) return [claimed];
  return [
    claimed,
    { ...spell, to: enough, known: enough + 30, state: 'rejected', replaces: claimed },
  ];
}

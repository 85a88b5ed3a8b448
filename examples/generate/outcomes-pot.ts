import { type Day, type DayNumber, dayNumber } from '../../src/calendar/index.ts';
import { type Chance, chance } from '../../src/chance/index.ts';
import { type Draft, type FactFiles, intoFiles } from './making/recorder.ts';
import { withdrawnLater } from './making/verified-later.ts';

type Stretch = Readonly<{
  from: Day;
  to: Day;
  /** Those whose 26 weeks in work end between the two days, by provider. */
  inWork: Readonly<Record<string, number>>;
}>;

const [bright, harbour, mutual] = ['Bright Futures', 'Harbour House', 'Northshire Mutual'] as const;

/** Invented: 23 in the first year, 96 in the second, 175 in the third, and 31 so far of the fourth. */
const stretches: readonly Stretch[] = [
  { from: '2027-12-20', to: '2028-03-25', inWork: { [bright]: 11, [harbour]: 7, [mutual]: 5 } },
  { from: '2028-04-10', to: '2028-06-10', inWork: { [bright]: 5, [harbour]: 4, [mutual]: 3 } },
  { from: '2028-07-01', to: '2029-03-25', inWork: { [bright]: 36, [harbour]: 29, [mutual]: 19 } },
  { from: '2029-04-10', to: '2029-06-10', inWork: { [bright]: 12, [harbour]: 9, [mutual]: 5 } },
  { from: '2029-07-01', to: '2030-03-25', inWork: { [bright]: 66, [harbour]: 51, [mutual]: 32 } },
  { from: '2030-04-10', to: '2030-06-10', inWork: { [bright]: 8, [harbour]: 5, [mutual]: 4 } },
  { from: '2030-07-01', to: '2030-08-20', inWork: { [bright]: 6, [harbour]: 4, [mutual]: 4 } },
];

/** In work in the second year, and known only after it had closed. */
export const knownTooLate = 3;

const weeks26 = 182;
const lastReport = dayNumber('2030-09-30');

/** What became of somebody who is attached to this provider; the chance is that person's own. */
type Course = Readonly<{ provider: string; facts: (draw: Chance) => readonly Draft[] }>;

/** 625 people of three providers, some in work for 26 weeks and some not. */
export function factFiles(): FactFiles {
  const seeded = chance('outcomes-pot');
  const courses = [...stretches.flatMap(inWorkIn), ...tooLate(), ...notSoFar()];
  const drafts = seeded.shuffle(courses).flatMap(({ provider, facts }, at): Draft[] => {
    const participant = `P-${String(at + 1).padStart(4, '0')}`;
    const draw = seeded.fork(participant);
    const worked = facts(draw);
    const first = Math.min(...worked.map(({ from = lastReport }) => from));
    const day = Math.max(dayNumber('2027-04-01'), first - draw.whole(4, 60));
    const attached = { kind: 'attached', provider, group: 'adults', day };
    return ofPerson(participant, [attached, ...worked]);
  });
  return intoFiles(drafts, [
    { name: 'attachments.csv', letter: 'A', kinds: ['attached'] },
    { name: 'payroll.csv', letter: 'W', kinds: [] },
  ]);
}

/** The same drafts, of one person; what replaces one of them goes on replacing it. */
function ofPerson(participant: string, drafts: readonly Draft[]): Draft[] {
  const named = new Map<Draft, Draft>();
  for (const draft of drafts) {
    const before = draft.replaces && named.get(draft.replaces);
    named.set(draft, { ...draft, participant, ...(before ? { replaces: before } : {}) });
  }
  return [...named.values()];
}

function inWorkIn({ from, to, inWork }: Stretch): Course[] {
  return Object.entries(inWork).flatMap(([provider, count]) =>
    Array.from({ length: count }, () => ({
      provider,
      facts: (draw: Chance) => work(draw.whole(dayNumber(from), dayNumber(to)), draw),
    })),
  );
}

/** 26 weeks in work that end on this day, in one job or in two, as payroll tells some days later. */
function work(doneOn: DayNumber, draw: Chance): Draft[] {
  const job = { kind: 'employment', source: 'payroll' };
  const known = doneOn + draw.whole(1, 20);
  const before = draw.happens(0.3) ? draw.whole(20, 160) : 0;
  const from = doneOn - (weeks26 - before) + 1;
  const goesOn: Draft = { ...job, from, known };
  const to = known + draw.whole(0, 300);
  const ended = to + draw.whole(3, 30);
  const last =
    ended <= lastReport ? [goesOn, { ...goesOn, to, known: ended, replaces: goesOn }] : [goesOn];
  if (before === 0) return last;
  const firstLast = from - draw.whole(2, 40);
  const first = { ...job, from: firstLast - before + 1, to: firstLast, known: firstLast + 14 };
  return [first, ...last];
}

function tooLate(): Course[] {
  return Array.from({ length: knownTooLate }, (_, at) => ({
    provider: harbour,
    facts: () => {
      const from = dayNumber('2028-05-15') + 30 * at;
      const known = dayNumber('2029-07-04') + 3 * at;
      return [{ kind: 'employment', source: 'payroll', from, to: from + weeks26 + 20, known }];
    },
  }));
}

/** A job that ended too soon, or that nobody has verified, or that was somebody else's. */
function notSoFar(): Course[] {
  const first = dayNumber('2027-05-01');
  return Array.from({ length: 297 }, (_, at) => ({
    provider: [bright, harbour, mutual][at % 3] ?? bright,
    facts: (draw: Chance) => {
      const from = draw.whole(first, lastReport - 260);
      const to = from + draw.whole(3, weeks26 - 2);
      const job: Draft = { kind: 'employment', source: 'payroll', from, to, known: to + 9 };
      if (at < 8) return [{ ...job, to: from + 200, known: from + 210, state: 'waiting' as const }];
      if (at < 14) return withdrawnLater(job, to + 30);
      return [job];
    },
  }));
}

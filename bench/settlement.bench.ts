import { type DayNumber, dayNumber } from '../src/calendar/index.ts';
import { chance } from '../src/chance/index.ts';
import type { Fact } from '../src/facts/index.ts';
import { owed, whyLine } from '../src/settlement/index.ts';
import {
  aLimit,
  anOutcome,
  aPlan,
  length,
  pounds,
  settledFor,
} from '../test/support/makers/plan.ts';
import type { Row } from './row.ts';

export const name = 'settling participants';

const participants = 5_000;

const plan = aPlan(
  [
    anOutcome({ name: 'Attached', condition: { is: 'happens', kinds: ['attached'] } }),
    anOutcome({
      condition: settledFor('13 weeks', { less: ['custody'] }),
      times: 5,
      scope: 'participant',
      pausedBy: ['hospital'],
    }),
    anOutcome({ name: 'Qualified', price: { rows: [{ with: [], price: pounds(4730) }] } }),
    anOutcome({
      name: 'Staying',
      condition: {
        is: 'lasts',
        kinds: ['work'],
        less: [],
        length: length('4 weeks'),
        how: 'in one go',
      },
      times: 26,
    }),
  ],
  { limits: [aLimit(8200)] },
);

/** Settles a programme of people in housing and work, whose stays are confirmed month by month. */
export async function run(): Promise<Row[]> {
  const facts = manyFacts();
  const asAt = { trueBy: dayNumber('2029-12-31'), knownBy: dayNumber('2029-12-31') };
  owed(plan, facts.slice(0, 2000), asAt);
  const started = performance.now();
  const settled = owed(plan, facts, asAt);
  const milliseconds = performance.now() - started;
  const each = ((milliseconds * 1000) / participants).toFixed(0);
  const what =
    `${participants} participants, ${facts.length} facts, ${settled.lines.length} lines ` +
    `(${each} microseconds each)`;
  const line = settled.lines[0]?.line ?? '';
  const asked = performance.now();
  whyLine({ plan, facts, asAt }, line);
  return [
    { what, oursMilliseconds: milliseconds, memoryBytesMax: process.memoryUsage().rss },
    { what: 'why of one line among them', oursMilliseconds: performance.now() - asked },
  ];
}

function manyFacts(): readonly Fact[] {
  const draw = chance(7);
  const first = dayNumber('2027-04-01');
  return Array.from({ length: participants }, (_, index) => {
    const participant = `P${String(index).padStart(6, '0')}`;
    const day = first + draw.whole(0, 300);
    const fact = (rest: Partial<Fact> & { kind: string; known: DayNumber }): Fact => ({
      id: `${participant}-${rest.kind}-${rest.known}`,
      participant,
      state: 'verified',
      ...rest,
    });
    const months = draw.whole(1, 18);
    const stay = (kind: string, from: DayNumber) =>
      Array.from({ length: months }, (__, month) =>
        fact({
          kind,
          from: from + 30 * month,
          to: from + 30 * month + 29,
          known: from + 30 * month + 35,
        }),
      );
    return [
      fact({ kind: 'attached', day, known: day, provider: 'Bright Futures', group: 'leaving' }),
      ...stay('settled', day + 5),
      ...(draw.happens(0.5) ? stay('work', day + 60) : []),
      ...(draw.happens(0.3) ? [fact({ kind: 'level 2', day: day + 200, known: day + 230 })] : []),
      ...(draw.happens(0.2)
        ? [fact({ kind: 'hospital', from: day + 40, to: day + 52, known: day + 60 })]
        : []),
    ];
  }).flat();
}

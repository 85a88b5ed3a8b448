import { type DayNumber, dayNumber } from '../../src/calendar/index.ts';
import { type Chance, chance } from '../../src/chance/index.ts';
import { zero } from '../../src/money/index.ts';
import { type Draft, type FactFiles, intoFiles } from './making/recorder.ts';

const people = 200;
const lastDay = dayNumber('2015-08-31');

/** "No reduction" was published; that it is recorded as nothing in a hundred is ours. */
const noFewer: Draft = {
  kind: 'Fewer days in jail',
  day: dayNumber('2015-07-01'),
  value: zero,
  signer: 'Vera Institute',
  method: 'earlier years',
};

/** Some of those who entered the jail, and their days in it afterwards. */
export function factFiles(): FactFiles {
  const seeded = chance('rikers');
  const drafts = Array.from({ length: people }, (_, at) => {
    const participant = `P-${String(at + 1).padStart(4, '0')}`;
    return personFacts(participant, seeded.fork(participant));
  });
  return intoFiles(
    [...drafts.flat(), noFewer],
    [
      { name: 'entries.csv', letter: 'A', kinds: ['attached'] },
      { name: 'evaluator.csv', letter: 'E', kinds: ['Fewer days in jail'] },
      { name: 'jail.csv', letter: 'J', kinds: [] },
    ],
  );
}

function personFacts(participant: string, draw: Chance): Draft[] {
  const day = draw.whole(dayNumber('2012-09-01'), dayNumber('2014-12-31'));
  const attached = { kind: 'attached', participant, provider: 'ABLE', group: 'adolescents', day };
  const stays: Draft[] = [];
  let from: DayNumber = day + draw.whole(20, 300);
  for (let count = draw.whole(0, 3); count > 0 && from < lastDay - 100; count -= 1) {
    const to = from + draw.whole(3, 90);
    const source = 'the Department of Correction';
    stays.push({ kind: 'in jail', participant, source, from, to, known: to + draw.whole(1, 9) });
    from = to + draw.whole(20, 300);
  }
  return [attached, ...stays];
}

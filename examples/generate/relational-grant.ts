import { dayNumber } from '../../src/calendar/index.ts';
import { type FactFiles, intoFiles } from './making/recorder.ts';

/** Two who hold a grant: one throughout, the other from within a quarter to within another. */
export function factFiles(): FactFiles {
  const table = { provider: 'The Long Table' };
  const steps = { provider: 'Harbour Steps' };
  const drafts = [
    { ...table, kind: 'joined', day: dayNumber('2027-04-01'), known: dayNumber('2027-03-01') },
    { ...steps, kind: 'joined', day: dayNumber('2027-05-17') },
    { ...steps, kind: 'left', day: dayNumber('2029-08-15'), known: dayNumber('2029-08-16') },
  ];
  return intoFiles(drafts, [{ name: 'providers.csv', letter: 'P', kinds: [] }]);
}

import { type Day, dayNumber } from '../../src/calendar/index.ts';
import { type Chance, chance } from '../../src/chance/index.ts';
import { type Ending, endings, type Family, familyFacts } from './making/families.ts';
import { type Draft, type FactFiles, intoFiles } from './making/recorder.ts';
import { withdrawnLater } from './making/verified-later.ts';

type Year = Readonly<{
  from: Day;
  to: Day;
  /** The last day of attachment from which a family can still be turned around, or half a year in work. */
  aroundBy: Day;
  workBy: Day;
  endings: Readonly<Record<Ending, number>>;
}>;

/** A third of the families in each year; what became of them, the later ones having less time. */
const years: readonly Year[] = [
  {
    from: '2012-04-16',
    to: '2013-03-28',
    aroundBy: '2013-03-28',
    workBy: '2013-03-28',
    endings: {
      'turned around': 150,
      'turned around, progress': 22,
      work: 14,
      'turned around, work': 3,
      'turned around, progress, work': 1,
      progress: 8,
      'progress, work': 2,
      nothing: 60,
    },
  },
  {
    from: '2013-04-02',
    to: '2014-03-31',
    aroundBy: '2014-03-31',
    workBy: '2014-03-31',
    endings: {
      'turned around': 140,
      'turned around, progress': 25,
      work: 16,
      'turned around, work': 2,
      'turned around, progress, work': 1,
      progress: 7,
      'progress, work': 1,
      nothing: 68,
    },
  },
  {
    from: '2014-04-01',
    to: '2015-03-20',
    aroundBy: '2014-05-16',
    workBy: '2014-11-10',
    endings: {
      'turned around': 120,
      'turned around, progress': 18,
      work: 11,
      'turned around, work': 1,
      'turned around, progress, work': 0,
      progress: 6,
      'progress, work': 1,
      nothing: 103,
    },
  },
];

/** 780 families of one council, whose routes come out as often as `years` says. */
export function factFiles(): FactFiles {
  const seeded = chance('troubled-families');
  const families = familiesOf(seeded);
  const drafts = families.flatMap((family) => familyFacts(family, seeded.fork(family.participant)));
  return intoFiles(
    [...drafts, ...mistakes(families)],
    [
      { name: 'attachments.csv', letter: 'A', kinds: ['attached'] },
      { name: 'schools.csv', letter: 'S', kinds: ['schooling in order'] },
      {
        name: 'police.csv',
        letter: 'P',
        kinds: ['anti-social incidents', 'offences of the young'],
      },
      { name: 'work.csv', letter: 'W', kinds: [] },
    ],
  );
}

function familiesOf(seeded: Chance): Family[] {
  const drawn = years.flatMap((year, at) => {
    const draw = seeded.fork(`year ${at + 1}`);
    return endings.flatMap((ending) =>
      Array.from({ length: year.endings[ending] }, () => ({
        ending,
        attachedOn: draw.whole(dayNumber(year.from), lastStart(year, ending)),
      })),
    );
  });
  return drawn
    .sort((a, b) => a.attachedOn - b.attachedOn)
    .map((family, at) => ({ ...family, participant: `F-${String(at + 1).padStart(4, '0')}` }));
}

function lastStart(year: Year, ending: Ending): number {
  if (ending.includes('turned around')) return dayNumber(year.aroundBy);
  return dayNumber(ending.includes('work') ? year.workBy : year.to);
}

/** Work recorded for the wrong family and taken out again; and of another, known when it was too late. */
function mistakes(families: readonly Family[]): Draft[] {
  const idle = families.filter(({ ending }) => ending === 'nothing');
  const spell = ({ participant, attachedOn }: Family) => ({
    kind: 'in work and off benefit',
    participant,
    from: attachedOn + 30,
    to: attachedOn + 240,
  });
  const [wrong, other, late] = idle;
  if (!wrong || !other || !late) return [];
  return [
    ...withdrawnLater(spell(wrong), wrong.attachedOn + 300),
    ...withdrawnLater(spell(other), other.attachedOn + 280),
    { ...spell(late), known: dayNumber('2015-09-04') },
  ];
}

// What the program that is killed works on: a programme with months of facts to come, and people of
// a council who publish pages of their own. Made once; every program after it reads it from a file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { addMonths, type Day, dayNumber, dayOf } from '../../src/calendar/index.ts';
import type { Actor } from '../../src/service/access/index.ts';
import type { Service } from '../../src/service/act/index.ts';
import { readExamplePage } from '../support/example-folders.ts';
import { aCast, registrar } from '../support/made-facts.ts';
import { aStaff } from '../support/made-programmes.ts';
import { factsByDay } from '../support/made-settlements.ts';

/** Who works on what. */
export type Scene = Readonly<{
  programme: string;
  sender: Actor;
  eraser: Actor;
  preparer: Actor;
  approver: Actor;
  commissioner: Actor;
  publisher: Actor;
}>;

const council = 'Northshire Council';
const parts = {
  [council]: 'commissioner',
  'Bright Futures': 'provider',
  'Harbour House': 'provider',
  'Northshire Mutual': 'provider',
} as const;

/** Makes it in an empty service, and writes down who is who. */
export async function makeScene(service: Service, folder: string): Promise<void> {
  const cast = await aCast(service.store, readExamplePage('northshire'), parts);
  const staff = await aStaff(service, 'Westmoor Council');
  const scene: Scene = {
    programme: cast.programme,
    sender: cast.as(registrar, 'verifier'),
    eraser: cast.as(council, 'commissioner'),
    preparer: cast.as(`${council} 1`, 'finance_preparer'),
    approver: cast.as(`${council} 2`, 'finance_approver'),
    commissioner: await staff.as('commissioner'),
    publisher: await staff.as('publisher'),
  };
  writeFileSync(scenePath(folder), JSON.stringify(scene));
}

export function readScene(folder: string): Scene {
  return JSON.parse(readFileSync(scenePath(folder), 'utf8')) as Scene;
}

function scenePath(folder: string): string {
  return join(folder, 'files', 'scene.json');
}

/** The day of a round: each comes a few days after the one before. */
export function dayOfRound(round: number): Day {
  const months = Math.floor(round / 12);
  return dayOf(addMonths(dayNumber('2027-06-01'), months) + 2 * (round % 12));
}

const days = factsByDay('northshire');
const columns = [
  ...new Set(days.flatMap(([, facts]) => facts.flatMap((fact) => Object.keys(fact)))),
];

/** A file of what became known since the round that was imported last, as somebody sends it. */
export function fileOfRound(round: number, since: number | undefined): string {
  const from = since === undefined ? '' : dayOfRound(since);
  const by = dayOfRound(round);
  const facts = days.flatMap(([day, known]) => (day > from && day <= by ? known : []));
  const own = {
    id: `round-${round}`,
    kind: 'referred',
    participant: `R-${round}`,
    day: by,
    known: by,
  };
  const rows = [...facts, own];
  return Papa.unparse(rows, { columns });
}

// From so many bytes on a file is read and sealed on a thread of its own.
const bytesLarge = 1_000_000;
const note = 'n'.repeat(9000);

/** A file of the same day that is large: of few facts, as a note is read and kept nowhere. */
export function largeFileOfRound(round: number): string {
  const day = dayOfRound(round);
  const rows = Array.from({ length: Math.ceil(bytesLarge / note.length) }, (_, at) => {
    const participant = `R-${round}-${at}`;
    return { id: `round-${round}-${at}`, kind: 'referred', participant, day, known: day, note };
  });
  return Papa.unparse(rows);
}

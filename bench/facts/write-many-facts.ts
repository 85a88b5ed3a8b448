import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { dayOf } from '../../src/calendar/index.ts';
import { type Chance, chance } from '../../src/chance/index.ts';

/** One attachment and fifteen other facts for each participant. */
export const factsEach = 16;

const header =
  'id,kind,participant,cohort,provider,group,with,day,from,to,value,low,high,about,source,' +
  'method,known,state,replaces,signer,note\n';

const firstDay = 15_126;
const others = ['benefit', 'training', 'contact', 'waiting'];

/**
 * Writes a national programme as CSV with every column: people join over six years, and what
 * happens to them comes in as it becomes known, so that the rows of one person stand far apart.
 * The same number of participants gives the same file.
 */
export async function writeManyFacts(path: string, participants: number): Promise<void> {
  const draw = chance(11);
  const joinedOn = new Int32Array(participants).map(() => firstDay + draw.whole(0, 2129));
  const stream = createWriteStream(path);
  stream.write(header);
  let lines: string[] = [];
  for (let number = 0; number < participants * factsEach; number += 1) {
    const joins = number < participants;
    const person = joins ? number : (number * 1_299_721) % participants;
    const day = joinedOn[person] as number;
    const corrects = number - participants >= participants && draw.happens(1 / 33);
    const replaces = corrects ? reference('F', number - participants) : '';
    const row = { id: reference('F', number), person: reference('P', person), day, replaces };
    lines.push(joins ? joining(row, draw) : spell(row, draw));
    if (lines.length < 10_000) continue;
    if (!stream.write(lines.join(''))) await once(stream, 'drain');
    lines = [];
  }
  stream.end(lines.join(''));
  await finished(stream);
}

type Started = Readonly<{ id: string; person: string; day: number; replaces: string }>;

function joining({ id, person, day }: Started, draw: Chance): string {
  const provider = `Provider ${draw.whole(1, 40)},group ${draw.whole(1, 9)}`;
  const known = dayOf(day + draw.whole(0, 19));
  return `${id},attached,${person},,${provider},,${dayOf(day)},,,,,,,,,${known},verified,,,\n`;
}

/** Work, or another time of some length; a few are not verified, and a few correct another. */
function spell({ id, person, day, replaces }: Started, draw: Chance): string {
  const start = day + draw.whole(0, 899);
  const end = start + draw.whole(0, 89) + (draw.happens(1 / 12) ? 400 : 0);
  const kind = draw.happens(0.6) ? 'in work' : (others[draw.whole(0, 3)] as string);
  const days = `${dayOf(start)},${dayOf(end)}`;
  const known = dayOf(end + draw.whole(0, 89));
  const state = draw.happens(0.05) ? 'waiting' : 'verified';
  return `${id},${kind},${person},,,,,,${days},,,,,,,${known},${state},${replaces},,\n`;
}

function reference(letter: string, number: number): string {
  return `${letter}${String(number).padStart(9, '0')}`;
}

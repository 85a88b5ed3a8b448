import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { dayOf } from '../../src/calendar/index.ts';
import { type Chance, chance } from '../../src/chance/index.ts';

/** Writes so many bytes of CSV under references as long as those of a real service. */
export async function writeLongReferences(path: string, bytesWanted: number): Promise<void> {
  const stream = createWriteStream(path);
  stream.write('id,kind,participant,provider,group,day,from,to,value,source,known,state,note\n');
  for (let bytes = 0, batch = 0; bytes < bytesWanted; batch += 1) {
    const text = Array.from({ length: 1000 }, (_, at) => participant(batch * 1000 + at)).join('');
    bytes += text.length;
    if (!stream.write(text)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
}

/** Three facts of one participant. */
function participant(number: number): string {
  const random = chance(number);
  const reference = () => `${hex(random, 4)}-${hex(random, 2)}-${hex(random, 2)}-${hex(random, 6)}`;
  const person = reference();
  const start = 20_000 + (number % 1000);
  return [
    `${reference()},attached,${person},Bright Futures,leaving,${dayOf(start)},,,,,,,`,
    `${reference()},in settled housing,${person},,,,${dayOf(start + 5)},${dayOf(start + 99)},,housing team,,,`,
    `${reference()},goals,${person},,,${dayOf(start + 30)},,,${number % 100}.5,,${dayOf(start + 31)},verified,`,
    '',
  ].join('\n');
}

function hex(random: Chance, bytes: number): string {
  return Array.from({ length: bytes }, () => random.whole(16, 31).toString(16)).join('');
}

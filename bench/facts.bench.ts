import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import Papa from 'papaparse';
import { dayOf } from '../src/calendar/index.ts';
import { chance } from '../src/chance/index.ts';
import { type FactRules, factRules, type KindRule } from '../src/facts/index.ts';
import { readFacts } from '../src/service/read-facts.ts';
import type { Row } from './row.ts';

export const name = 'reading facts';

const fileBytes = 100_000_000;

const housed: KindRule = {
  name: 'in settled housing',
  shape: 'spell',
  value: 'none',
  sources: ['housing team'],
  about: 'participant',
  notForPay: false,
};

const rules: FactRules = factRules({
  kinds: [housed, { ...housed, name: 'goals', shape: 'score', value: 'required', sources: [] }],
  groups: ['leaving'],
});

/** Reads 100 MB of CSV: ours with every check and every fact kept, the peer cells only. */
export async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'outturn-bench-'));
  try {
    const path = join(folder, 'facts.csv');
    await writeFacts(path);
    const peer = { name: 'papaparse, cells only', milliseconds: await parseCells(path) };
    let memoryBytesMax = 0;
    const started = performance.now();
    const { facts, problems } = await readFacts([path], rules, {
      onProgress: () => {
        memoryBytesMax = Math.max(memoryBytesMax, process.memoryUsage().rss);
      },
    });
    const oursMilliseconds = performance.now() - started;
    if (problems.length > 0) throw new Error(problems[0]?.message);
    const speed = Math.round(fileBytes / 1000 / oursMilliseconds);
    const what = `100 MB of CSV to ${facts.length} checked facts (${speed} MB/s)`;
    return [{ what, oursMilliseconds, peer, memoryBytesMax }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function writeFacts(path: string): Promise<void> {
  const stream = createWriteStream(path);
  stream.write('id,kind,participant,provider,group,day,from,to,value,source,known,state,note\n');
  for (let bytes = 0, batch = 0; bytes < fileBytes; batch += 1) {
    const text = Array.from({ length: 1000 }, (_, at) => participant(batch * 1000 + at)).join('');
    bytes += text.length;
    if (!stream.write(text))
      await new Promise<void>((resolve) => stream.once('drain', () => resolve()));
  }
  stream.end();
  await finished(stream);
}

/** Three facts of one participant, under references as long as those of a real service. */
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

function hex(random: ReturnType<typeof chance>, bytes: number): string {
  return Array.from({ length: bytes }, () => random.whole(16, 31).toString(16)).join('');
}

async function parseCells(path: string): Promise<number> {
  const started = performance.now();
  const text = await readFile(path, 'latin1');
  Papa.parse<string[]>(text, { delimiter: ',', newline: '\n', step: () => undefined });
  return performance.now() - started;
}

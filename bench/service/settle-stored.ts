// In a process of its own: prepares a settlement of what is in a store, as the job does, and says
// how long reading, working out and keeping took.
import { openOutturn } from '../../src/cli/serve/open-outturn.ts';
import { perform } from '../../src/service/act/index.ts';
import { prepare, preparingOf } from '../../src/service/money/prepare-settlement.ts';
import { signedInAs } from '../../test/support/made-organisations.ts';
import { peakMemoryBytes } from '../peak-memory.ts';
import { longestPause } from './longest-pause.ts';
import { got } from './place.ts';

const [folder = '', programme = '', email = '', asAt = '', knownAt = ''] = process.argv.slice(2);
const [preparedOn = '', insteadOf] = process.argv.slice(7);
const opened = got(
  await openOutturn({ folder, address: 'http://localhost:4000', env: {}, onProgress: () => {} }),
);
const marks = new Map<string, number>();
const service = {
  ...opened.service,
  clock: () => Date.parse(`${preparedOn}T09:00:00`),
  step: (name: string) => marks.set(name, performance.now()),
};
const actor = await signedInAs(service, email);
const input = { programme, asAt, knownAt, ...(insteadOf === undefined ? {} : { insteadOf }) };
const pause = longestPause();
const startedAt = performance.now();
const startedOf = process.cpuUsage();
const prepared = got(await perform(service, preparingOf(prepare), { actor, input }));
const endedAt = performance.now();
const { user, system } = process.cpuUsage(startedOf);
const pauseMilliseconds = pause.close();
await opened.close();
const readAt = marks.get('settlement: facts read') ?? 0;
const workedAt = marks.get('settlement: worked out') ?? 0;
console.log(
  JSON.stringify({
    settlement: prepared.settlement,
    resultHash: prepared.resultHash,
    total: prepared.total,
    memoryBytesMax: peakMemoryBytes(),
    pauseMilliseconds,
    processorMilliseconds: (user + system) / 1000,
    parts: [
      { what: 'reading', milliseconds: readAt - startedAt },
      { what: 'working out', milliseconds: workedAt - readAt },
      { what: 'keeping', milliseconds: endedAt - workedAt },
    ],
  }),
);

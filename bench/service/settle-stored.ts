// In a process of its own: prepares a settlement of what is in a store, as the job does, and says
// how long reading, working out and keeping took.
import { openOutturn } from '../../src/cli/serve/open-outturn.ts';
import { perform } from '../../src/service/act/index.ts';
import { loadFacts } from '../../src/service/facts-in/index.ts';
import { prepare, preparingOf } from '../../src/service/money/prepare-settlement.ts';
import { signedInAs } from '../../test/support/made-organisations.ts';
import { peakMemoryBytes } from '../peak-memory.ts';
import { got } from './place.ts';

const [folder = '', programme = '', email = '', asAt = '', knownAt = ''] = process.argv.slice(2);
const preparedOn = process.argv[7] ?? '';
const opened = got(
  await openOutturn({ folder, address: 'http://localhost:4000', env: {}, onProgress: () => {} }),
);
const service = { ...opened.service, clock: () => Date.parse(`${preparedOn}T09:00:00`) };
const actor = await signedInAs(service, email);
const marks = [performance.now()];
const preparing = preparingOf(async (work, asked) => {
  got(await loadFacts(work, programme));
  marks[1] = performance.now();
  const prepared = await prepare(work, asked, async (step) => {
    marks[step === 'settling' ? 2 : 3] = performance.now();
  });
  marks[4] = performance.now();
  return prepared;
});
const prepared = got(
  await perform(service, preparing, { actor, input: { programme, asAt, knownAt } }),
);
marks[5] = performance.now();
await opened.close();
const between = (from: number, to: number) => (marks[to] ?? 0) - (marks[from] ?? 0);
const reading = between(0, 1);
console.log(
  JSON.stringify({
    settlement: prepared.settlement,
    resultHash: prepared.resultHash,
    total: prepared.total,
    memoryBytesMax: peakMemoryBytes(),
    parts: [
      { what: 'reading', milliseconds: reading },
      { what: 'working out', milliseconds: between(2, 3) - reading },
      { what: 'keeping', milliseconds: between(3, 5) },
    ],
  }),
);

// Loads a file of facts in a process of its own, which says each step that it comes to and waits at
// one of them for ever, so that the test that started it can kill it there.
import { formatProblems, type Result } from '../../src/problem/index.ts';
import { loadFileJob } from '../../src/service/facts-in/index.ts';
import { openFiles } from '../../src/store/files/index.ts';
import { openStore } from '../../src/store/index.ts';
import { openKeys } from '../../src/store/keys/index.ts';

const given = JSON.parse(process.argv[2] ?? '{}');
const service = {
  store: got(await openStore({ owner: given.owner })),
  keys: got(await openKeys(`${given.folder}/keys`, {})),
  files: got(await openFiles(`${given.folder}/files`)),
  clock: () => given.now,
  address: 'http://localhost:4000',
};
await loadFileJob(service, given.payload, {
  onStep: async ({ doing, rows }) => {
    const said = `${doing} ${rows}`;
    process.stdout.write(`${said}\n`);
    if (said.includes(given.step)) await new Promise(() => setInterval(() => {}, 60_000));
  },
});
process.stdout.write('done\n');
await service.store.close();

function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(formatProblems(result.problems));
  return result.value;
}

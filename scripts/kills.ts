// `npm run proof -- kills`: the program, its database or both are killed with SIGKILL 400 times, at
// every named step of what the service does, and what must hold is looked at after each. `--write`
// puts the table into docs/kills.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kill, runKills } from '../test/kills/run-kills.ts';
import { root } from '../test/support/project-files.ts';

const words = process.argv.slice(2);
const count = Number(words.find((word) => /^\d+$/.test(word)) ?? '400');
const page = join(root, 'docs/kills.md');
const begin = '<!-- the table of npm run proof -- kills -->';

let made = 0;
const { kills, broken } = await runKills(count, ({ scenario, step, victim, outcome }) => {
  made += 1;
  console.log(`${made} of ${count}: ${scenario}, ${step}, ${victim}: ${outcome}`);
});
const table = tableOf(kills);
console.log(`\n${table}`);
for (const rule of broken) console.log(`BROKEN ${rule}`);
console.log(`${kills.length} kills, ${broken.length} broken rules`);
if (words.includes('--write')) writePage();
if (broken.length > 0) process.exitCode = 1;

/** One row for each step of each piece of work: what was killed, and what came of it. */
function tableOf(all: readonly Kill[]): string {
  const rows = new Map<string, Kill[]>();
  for (const kill of all) {
    const key = `${kill.scenario} | \`${kill.step}\``;
    rows.set(key, [...(rows.get(key) ?? []), kill]);
  }
  const victims = ['node', 'postmaster', 'both'] as const;
  const lines = [...rows].map(([key, those]) => {
    const of = victims.map((victim) => outcomes(those.filter((kill) => kill.victim === victim)));
    return `| ${key} | ${of.join(' | ')} |`;
  });
  return [
    '| work | step | program | database | both |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

function outcomes(kills: readonly Kill[]): string {
  const kept = kills.filter(({ outcome }) => outcome === 'kept').length;
  const gone = kills.length - kept;
  return [...(kept > 0 ? [`${kept} kept`] : []), ...(gone > 0 ? [`${gone} no trace`] : [])].join(
    ', ',
  );
}

function writePage(): void {
  const before = readFileSync(page, 'utf8').split(begin)[0] ?? '';
  const sum = `${kills.length} kills, ${broken.length} rules broken.`;
  writeFileSync(page, `${before}${begin}\n\n${sum}\n\n${table}\n`);
}

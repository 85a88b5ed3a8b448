// `npm run worlds -- --seed 7 --count 1000`: settles random worlds twice, by the engine and by the
// slow second reading of test/oracle, and shows the first that differ as small as it can be made.
import { parseArgs } from 'node:util';
import { dayOf } from '../src/calendar/index.ts';
import { factsToCsv } from '../src/facts/index.ts';
import { disagreementsIn, findingsIn, settle } from '../test/worlds/compare.ts';
import { shrunk } from '../test/worlds/shrink.ts';
import { countWorld, type Tally, tallyText } from '../test/worlds/tally.ts';
import { type World, worldOf } from '../test/worlds/world.ts';
import { written } from '../test/worlds/written.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '7' },
    count: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
});

// A seed such as 7/12 is one world; a seed such as 7 stands for 7/1, 7/2 and so on.
const count = Number(values.count ?? (values.seed.includes('/') ? 1 : 1000));
const seeds = values.seed.includes('/')
  ? [values.seed]
  : Array.from({ length: count }, (_, index) => `${values.seed}/${index + 1}`);

const tally: Tally = new Map();
const failing: string[] = [];
const startedAt = performance.now();
for (const [index, seed] of seeds.entries()) {
  const world = worldOf(seed);
  const findings = findingsOrFault(world, index);
  if (findings.length > 0) {
    failing.push(seed);
    if (failing.length === 1) show(world);
    if (!values.all) break;
    continue;
  }
  countWorld(tally, world, settle(world));
}
const seconds = (performance.now() - startedAt) / 1000;
console.log(tallyText(tally, seeds.length));
console.log(`${seconds.toFixed(1)} s, ${failing.length} failing ${failing.join(' ')}`);
process.exitCode = failing.length === 0 ? 0 : 1;

function findingsOrFault(world: World, turn = 0): string[] {
  try {
    return findingsIn(world, turn);
  } catch (fault) {
    return [`fault: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`];
  }
}

function show(world: World): void {
  const wanted = sortOf(findingsOrFault(world));
  const small = shrunk(world, (each) => {
    const findings = wanted === 'differs' ? disagreementsIn(each) : findingsOrFault(each);
    return sortOf(findings) === wanted;
  });
  const { plan, facts, asAt } = small;
  for (const { groups, ...version } of plan.versions) {
    console.log(written(version));
    for (const { group, limits, outcomes } of groups.values()) {
      console.log(`  ${group}: limits ${written(limits)}`);
      for (const outcome of outcomes) console.log(`    ${written(outcome)}`);
    }
  }
  console.log(`starts ${dayOf(plan.startsOn)}, ends ${dayOf(plan.endsOn)}`);
  for (const { version, countsFrom } of plan.versions) {
    console.log(`version ${version} counts from ${dayOf(countsFrom)}`);
  }
  const inOrder = [...facts].sort((a, b) => (a.id < b.id ? -1 : 1));
  console.log(factsToCsv(inOrder));
  console.log(
    `world ${small.seed}, true by ${dayOf(asAt.trueBy)}, known by ${dayOf(asAt.knownBy)}`,
  );
  for (const finding of findingsOrFault(small)) console.log(finding);
}

/** What sort of finding it is, so that shrinking does not wander from one to another. */
function sortOf([first]: readonly string[]): string {
  if (first === undefined) return '';
  if (first.startsWith('fault')) return first.split('\n')[0] as string;
  return first.startsWith('not so') ? first.split(':').slice(0, 2).join() : 'differs';
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayNumber } from '../src/calendar/index.ts';
import { byParticipant } from '../src/facts/index.ts';
import { assert } from '../src/problem/index.ts';
import { tryPages } from '../src/service/pages/try-pages.ts';
import { journalOf, keepLedger } from '../src/service/settling/keep-ledger.ts';
import { type Ground, loadGround, settle } from '../src/service/settling/settle.ts';
import { owed, whyParticipant } from '../src/settlement/index.ts';
import { root } from '../test/support/project-files.ts';
import { median } from './median.ts';
import type { Asked, Row } from './row.ts';

export const name = 'the examples';

const examples = join(root, 'examples');
const togetherMost = 5000;
const oneMost = 5;

type Example = Readonly<{ folder: string; asAt: string; knownAt: string }>;
type Taken = Readonly<{ folder: string; milliseconds: number }>;

/** Settles, tries and journals every example in one process; then one participant, again and again. */
export async function run({ runs }: Asked): Promise<readonly Row[]> {
  const all = readExamples();
  const each: (readonly Taken[])[] = [];
  for (let count = 0; count < runs; count += 1) each.push(await takenByAll(all));
  const sums = each.map((taken) => taken.reduce((sum, { milliseconds }) => sum + milliseconds, 0));
  const together: Row = {
    what: `${all.length} examples settled, tried and journalled together`,
    oursMilliseconds: median(sums),
    target: { millisecondsMost: togetherMost },
    runs: sums.map((oursMilliseconds) => ({ oursMilliseconds })),
  };
  return [together, ...slowestOf(each[0] ?? []), await oneParticipant()];
}

function readExamples(): readonly Example[] {
  const names = readdirSync(examples, { withFileTypes: true }).filter((each) => each.isDirectory());
  return names.flatMap(({ name }) => {
    const folder = join(examples, name);
    if (!readdirSync(folder).includes('example.json')) return [];
    const settings = readFileSync(join(folder, 'example.json'), 'utf8');
    return [{ ...(JSON.parse(settings) as Omit<Example, 'folder'>), folder }];
  });
}

async function takenByAll(all: readonly Example[]): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  for (const example of all) {
    const startedAt = performance.now();
    await workThrough(example);
    taken.push({ folder: example.folder, milliseconds: performance.now() - startedAt });
  }
  return taken;
}

/** What `outturn settle`, `outturn try` and `outturn journal` do, each from its files anew. */
async function workThrough({ folder, asAt, knownAt }: Example): Promise<void> {
  const request = requestOf(folder, { asAt, knownAt });
  const settled = await settle(request);
  const tried = await tryPages(request.pages);
  const kept = await keepLedger({ ...request, by: 'clause' });
  assert(settled.ok && tried.ok && kept.ok, 'every example settles');
  let bytes = 0;
  for (const piece of await journalOf(kept.value)) bytes += piece.length;
  assert(bytes > 0, 'every example has a journal');
}

function requestOf(folder: string, { asAt, knownAt }: Omit<Example, 'folder'>) {
  return {
    pages: [join(folder, 'contract.md')],
    facts: [join(folder, 'facts')],
    asAt: dayNumber(asAt as `${number}-${number}-${number}`),
    knownAt: dayNumber(knownAt as `${number}-${number}-${number}`),
  };
}

const shownMax = 3;

function slowestOf(taken: readonly Taken[]): readonly Row[] {
  const slowest = taken.toSorted((one, other) => other.milliseconds - one.milliseconds);
  return slowest.slice(0, shownMax).map(({ folder, milliseconds }) => {
    return {
      what: `  of which ${folder.slice(examples.length + 1)}`,
      oursMilliseconds: milliseconds,
    };
  });
}

const timesWarm = 200;

/** One participant settled by itself, and everything about it explained, the page read already. */
async function oneParticipant(): Promise<Row> {
  const { plan, facts, asAt, participant } = await oneAndOnly();
  const times = Array.from({ length: timesWarm }, () => {
    const startedAt = performance.now();
    owed(plan, facts, asAt);
    whyParticipant({ plan, facts, asAt }, participant);
    return performance.now() - startedAt;
  });
  const warm = times.slice(timesWarm / 2);
  const what = `one participant of ${facts.length} facts settled and explained, warm`;
  return { what, oursMilliseconds: median(warm), target: { millisecondsMost: oneMost } };
}

type Alone = Pick<Ground, 'plan' | 'facts' | 'asAt'> & Readonly<{ participant: string }>;

/** The one of whom most is recorded in the example that is shown first. */
async function oneAndOnly(): Promise<Alone> {
  const folder = join(examples, 'care-leavers-reboot-west');
  const settings: Example = JSON.parse(readFileSync(join(folder, 'example.json'), 'utf8'));
  const loaded = await loadGround(requestOf(folder, settings));
  assert(loaded.ok, 'the example settles');
  const { plan, facts, asAt } = loaded.value;
  const { participants } = byParticipant(facts);
  const most = participants.reduce((one, other) =>
    other.facts.length > one.facts.length ? other : one,
  );
  return { plan, facts: most.facts, asAt, participant: most.participant };
}

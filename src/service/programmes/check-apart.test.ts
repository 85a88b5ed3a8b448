// Whoever checks a page that makes work without an end holds nobody else up.
import { expect, test } from 'vitest';
import { aService, codesOf } from '../../../test/support/made-facts.ts';
import { got } from '../../../test/support/made-organisations.ts';
import { aProgramme, aStaff, northshire } from '../../../test/support/made-programmes.ts';
import { aStore } from '../../../test/support/with-store.ts';
import { perform, type Service } from '../act/index.ts';
import { checkApart } from './check-apart.ts';
import { checkDraft, checkPage, putForward } from './index.ts';

const { service } = await aService(await aStore(), '2027-02-01');
const staff = await aStaff(service);
const actor = await staff.as('commissioner');

const grants = Array.from(
  { length: 100 },
  (_, at) => `- £${at + 1} a year to each provider as a grant, in months, in advance.\n`,
);
const example = northshire.slice(
  northshire.indexOf('### Sam settles and qualifies'),
  northshire.indexOf("### Priya's weeks"),
);
const examples = Array.from({ length: 60 }, (_, at) =>
  example.replace('### Sam settles', `### Sam number ${at + 1} settles`),
);
/** Everything in it is within its limits, and to try each example is long work. */
const endless = northshire
  .replace('## Payment\n\n', `## Payment\n\n${grants.join('')}`)
  .replace('## Examples\n\n', `## Examples\n\n${examples.join('')}`);

const check = async (at: Service, text: string) =>
  got(await perform(at, checkPage, { actor, input: { text } }));

/** The longest that this thread answered nobody while something else was waited for. */
async function longestSilence(work: Promise<unknown>): Promise<number> {
  let last = performance.now();
  let longest = 0;
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 10);
  await work;
  clearInterval(beat);
  return Math.max(longest, performance.now() - last);
}

test('a page that takes too long is broken off, others wait their turn, and nobody is held up', async () => {
  await check(service, northshire);
  const hurried = { ...service, checking: { milliseconds: 700, waitMilliseconds: 60_000 } };
  const both = Promise.all([check(hurried, endless), check(service, northshire)]);
  // Tried on this thread the page would take far longer, and not be broken off.
  expect(await longestSilence(both)).toBeLessThan(10_000);
  const [found, fair] = await both;
  expect(found.problems.map(({ code }) => code)).toEqual(['page.check_too_long']);
  expect([found.isWithoutErrors, fair.isWithoutErrors]).toEqual([false, true]);
});

test('whoever waits too long for a turn is told so, and the sixth who would wait at once', async () => {
  // Asked without a question to the database before it: in which order those come back, nobody
  // knows.
  const codes = async (texts: readonly string[], waitMilliseconds: number) => {
    const checking = { milliseconds: 700, waitMilliseconds };
    const asked = texts.map(async (text) => checkApart({ checking }, { text, published: [] }));
    const given = await Promise.all(asked);
    return given.map((found) => (found.ok ? [] : codesOf(found)));
  };
  expect(await codes([endless, northshire], 100)).toEqual([
    ['page.check_too_long'],
    ['page.check_busy'],
  ]);
  const seven = [endless, ...Array.from({ length: 6 }, () => northshire)];
  const busy = (await codes(seven, 60_000)).map(([code]) => code === 'page.check_busy');
  expect(busy).toEqual([false, false, false, false, false, false, true]);
});

test('a page that takes too long is not put forward, and its draft is still there', async () => {
  const hurried = { ...service, checking: { milliseconds: 500, waitMilliseconds: 60_000 } };
  const programme = await aProgramme({ service, staff, text: endless });
  const put = { actor, input: { programme, revision: 1 } };
  expect(codesOf(await perform(hurried, putForward, put))).toEqual(['page.check_too_long']);
  const found = got(await perform(hurried, checkDraft, { actor, input: { programme } }));
  expect(found.problems.map(({ code }) => code)).toEqual(['page.check_too_long']);
});

test('of many problems of a page the first two hundred are given, and how many follow', async () => {
  const { problems, isWithoutErrors } = await check(service, `# Title\n\n${'```\n'.repeat(5000)}`);
  expect(problems).toHaveLength(201);
  expect(problems[200]?.code).toBe('page.more_problems');
  expect(isWithoutErrors).toBe(false);
});

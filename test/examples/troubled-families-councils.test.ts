import { expect, test } from 'vitest';
import { councils } from '../../examples/generate/troubled-families-councils.ts';
import { formatMajor } from '../../src/money/index.ts';
import { readExample } from '../support/example-folders.ts';
import { readWorkedPage, settleExample, type WorkedPage } from '../support/settle-example.ts';

const name = 'troubled-families-councils';

test('each council is paid what was published as its most', async () => {
  const published = readExample(name).settlements?.map(({ published: found }) => found?.amount);
  expect(await paidToEach(readWorkedPage(name))).toEqual(published);
});

// The £100 for progress goes with the £700 here: the limit counts outcomes, and knows no families.
test('paid for five whole families of six, two councils would be paid a little less', async () => {
  const counted = readWorkedPage(name, (page) =>
    page
      .replace('|   £700 |', '|   £800 |')
      .replace('|   £100 |', '|     £0 |')
      .replace('- 1/6 of every outcome would have happened anyway.\n', '')
      .replace('## Proof', `## Limits\n\n${limits.join('\n')}\n\n## Proof`),
  );
  expect(await paidToEach(counted)).toEqual(['13932000.00', '8764000.00', '5600000.00']);
});

const limits = [
  '- Attachment is paid for no more than 5/6 of those attached to each provider.',
  '- Continuous work and Turned around is paid for no more than 5/6 of those attached to each provider.',
];

async function paidToEach(page: WorkedPage): Promise<string[]> {
  const { lines } = await settleExample(page, readExample(name));
  return councils.map((council) => {
    const own = lines.filter(({ provider }) => provider === council.name);
    const sum = own.reduce((so, { amount }) => so + amount, 0n);
    return formatMajor(sum, 'GBP');
  });
}

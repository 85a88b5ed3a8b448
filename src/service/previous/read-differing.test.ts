import { expect, test } from 'vitest';
import { changesBothWays } from '../../../test/support/changes-by-column.ts';
import {
  exampleNames,
  examplePath,
  isThere,
  readExample,
} from '../../../test/support/example-folders.ts';
import { madeFolder } from '../../../test/support/made-files.ts';
import { readWorkedPage } from '../../../test/support/settle-example.ts';
import { dayNumber } from '../../calendar/index.ts';
import { rulesOf } from '../../facts/index.ts';
import { readFacts } from '../fact-files/read-facts.ts';

const { path } = madeFolder();

test.each(exampleNames.filter((name) => isThere(name, 'facts')))(
  '%s: changes found by column are those found by object, in order and with their causes',
  async (name) => {
    const { contract, plan } = readWorkedPage(name);
    const { facts } = await readFacts([examplePath(name, 'facts')], rulesOf([contract]));
    const { asAt, knownAt } = readExample(name);
    const now = { facts, asAt: { trueBy: dayNumber(asAt), knownBy: dayNumber(knownAt) } };
    const earlier = Math.floor((2 * now.asAt.trueBy + plan.startsOn) / 3);
    const some = facts.filter((_, at) => at % 97 !== 0);
    const before = { facts: some, asAt: { trueBy: earlier, knownBy: earlier } };
    const found = await changesBothWays({ plan, before, now }, path(`${name}.parquet`));
    expect(found.byColumn).toEqual(found.byObject);
  },
);

import { claims, decideFact, sendFacts } from '../facts-in/index.ts';
import { publishFigures } from '../publishing/index.ts';
import { daysAfter, monthAfter } from './days.ts';
import { admit, apply } from './join-provider.ts';
import { exampleFacts, pagesToMake } from './page-text.ts';
import { finishedPage } from './pages.ts';
import { pay } from './pay.ts';
import { brightFutures } from './people.ts';
import { publish } from './publish.ts';
import { settle } from './settle-as-at.ts';
import type { Stage } from './stage.ts';

const lastMonth = '2023-03-01';

// Payslips tell of money, which staff who serve people are not shown.
const sender = 'ben@brightfutures.example';
const verifier = 'mei@northshire.example';

/**
 * Four years of a contract that is over: every month the provider sends what has become known, and
 * once a year it is settled. It comes to what was published of the real one, to the penny.
 */
export async function* playFinished(stage: Stage): AsyncGenerator<string, string> {
  stage.setDay('2018-08-20');
  const text = await finishedPage();
  const programme = await publish(stage, { name: 'Leaving care, 2018 to 2022', text });
  stage.setDay('2018-09-03');
  const insuredTo = '2023-12-31';
  const number = await apply(stage, { programme, name: brightFutures, insuredTo });
  stage.setDay('2018-09-10');
  await admit(stage, { programme, name: brightFutures, number });
  const facts = await factsOfProvider();
  for (let month = '2018-10-01'; month <= lastMonth; month = monthAfter(month, 1)) {
    const next = monthAfter(month, 1);
    const sent = facts.filter(({ known }) => known >= month && known < next);
    stage.setDay(next);
    if (sent.length > 0) {
      const cells = sent.map((each) => each.cells);
      await stage.act(sender, sendFacts, { programme, facts: cells });
      await acceptWhoCame(stage, programme);
    }
    if (month === lastMonth || month.slice(5, 7) === '09') {
      yield* settleYear(stage, { programme, month });
    }
  }
  return programme;
}

// Nobody was referred here: who came rests on the provider's word until somebody has looked at it.
async function acceptWhoCame(stage: Stage, programme: string): Promise<void> {
  let after: string | undefined;
  do {
    const which = { programme, most: 200, ...(after === undefined ? {} : { after }) };
    const found = await stage.act(verifier, claims, which);
    for (const { fact } of found.claims) {
      if (fact.kind !== 'attached') continue;
      await stage.act(verifier, decideFact, { programme, fact: fact.id, finding: 'verified' });
    }
    ({ after } = found);
  } while (after !== undefined);
}

// Claims that were turned down stay claims that nobody decided: both pay nothing, and it is not for
// the provider to turn its own down.
async function factsOfProvider() {
  const all = await exampleFacts((await pagesToMake()).finished.example);
  const own = all.filter(({ cells }) => cells.state !== 'rejected');
  return own.map(({ known, cells }) => {
    const provider = (cells.provider ?? '') === '' ? {} : { provider: brightFutures };
    return { known, cells: { ...cells, ...provider } };
  });
}

async function* settleYear(
  stage: Stage,
  { programme, month }: Readonly<{ programme: string; month: string }>,
): AsyncGenerator<string> {
  const next = monthAfter(month, 1);
  const asAt = month === lastMonth ? '2022-10-31' : daysAfter(next, -1);
  yield `the finished programme, as at ${asAt}`;
  stage.setDay(daysAfter(next, 14));
  const settlement = await settle(stage, { programme, asAt });
  stage.setDay(daysAfter(next, 24));
  await pay(stage, { programme, settlement });
  if (month !== lastMonth) {
    await stage.act('ruth@northshire.example', publishFigures, { programme, rhythm: 'year' });
  }
}

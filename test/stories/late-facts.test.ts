// Facts that began to come in before midnight and are there only after it: a settlement by the day
// before, prepared meanwhile, is not approved without them.
import Type from 'typebox';
import { expect, test } from 'vitest';
import { action, perform } from '../../src/service/act/index.ts';
import { addFacts } from '../../src/service/facts-in/index.ts';
import { approveSettlement } from '../../src/service/money/index.ts';
import { readExamplePage } from '../support/example-folders.ts';
import { aCast, aService, codesOf, got } from '../support/made-facts.ts';
import { financeOf, prepared } from '../support/made-settlements.ts';
import { aStore } from '../support/with-store.ts';

const store = await aStore();
const { service, setDay } = await aService(store, '2027-05-31');

function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { give, given };
}

const [taken, midnight] = [signal(), signal()];

const sendSlowly = action({
  name: 'facts.test_send_slowly',
  kind: 'change',
  who: 'signed in',
  summary: 'Adds a fact, and takes its time to end.',
  input: Type.Object({ programme: Type.String() }),
  output: Type.Unknown(),
  run: async (work, { programme }) => {
    const fact = { id: 'late', kind: 'attached', participant: 'Case 1', group: 'leaving' };
    const facts = [{ ...fact, provider: 'Bright Futures', day: '2027-05-04' }];
    const added = await addFacts(work, programme, { way: 'call', facts });
    taken.give();
    await midnight.given;
    return added;
  },
});

test('who approves waits for what came in under a stamp that the settlement counts', async () => {
  const parts = { 'Northshire Council': 'commissioner', 'Bright Futures': 'provider' } as const;
  const cast = await aCast(store, readExamplePage('northshire'), parts);
  const stage = { service, setDay, cast, commissioner: 'Northshire Council' };
  const { programme } = cast;
  const sender = cast.as('Bright Futures', 'provider_staff');
  const sent = perform(service, sendSlowly, { actor: sender, input: { programme } });
  await taken.given;
  setDay('2027-06-01');
  const { settlement, resultHash } = await prepared(stage, '2027-05-31');
  const input = { programme, settlement, resultHash };
  const approved = perform(service, approveSettlement, { actor: financeOf(stage).other, input });
  const soon = new Promise((resolve) => {
    setTimeout(() => resolve('waits'), 300);
  });
  expect(await Promise.race([approved, soon])).toBe('waits');
  midnight.give();
  got(await sent);
  expect(codesOf(await approved)).toEqual(['settlement.overtaken']);
});

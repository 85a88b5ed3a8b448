// Documents whose time is over are forgotten whole, wherever the program is ended amid it.
import { expect, test } from 'vitest';
import { anApplication } from '../../../test/support/made-applications.ts';
import { aService, got } from '../../../test/support/made-facts.ts';
import { aPublishedProgramme, aStaff } from '../../../test/support/made-programmes.ts';
import { aStore } from '../../../test/support/with-store.ts';
import { perform, type Service } from '../act/index.ts';
import { forgetDocuments, refuseApplication } from './index.ts';

const store = await aStore();
const { service, setDay } = await aService(store, '2027-04-05');

test('no key is left of a document that nothing names any more', async () => {
  const buyer = await aStaff(service);
  const programme = await aPublishedProgramme({ service, staff: buyer });
  const staff = await aStaff(service, 'Harbour House');
  const { which } = await anApplication({ service, programme, staff });
  const actor = await buyer.as('commissioner');
  const reasons = [{ condition: 'insured', reason: 'of_another_body' }];
  got(await perform(service, refuseApplication, { actor, input: { ...which, reasons } }));
  const ids = await handedIn();
  expect(await erasedAmong(ids)).toEqual(ids.map(() => false));
  setDay('2028-04-06');
  const ended: Service = {
    ...service,
    step: (name) => {
      if (name === 'joining.forget_documents: kept') throw new Error('the program was ended');
    },
  };
  expect(await forgetDocuments(ended)).toHaveLength(1);
  expect(await handedIn()).toEqual([]);
  expect(await erasedAmong(ids)).toEqual(ids.map(() => true));
});

async function handedIn(): Promise<readonly string[]> {
  return store.read({ reach: 'upkeep' }, async ({ client }) => {
    const { rows } = await client.query<{ id: string }>('select id from handed_in order by id');
    return rows.map(({ id }) => id);
  });
}

async function erasedAmong(ids: readonly string[]): Promise<readonly boolean[]> {
  const keys = got(await service.keys.personKeys(ids));
  return ids.map((id) => keys.get(id) === 'erased');
}

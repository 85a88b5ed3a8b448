// What stands at each place of a programme before its page is published.
import { expect, test } from 'vitest';
import { aService } from '../support/made-facts.ts';
import { aMember, tokenOf } from '../support/made-organisations.ts';
import { aProgramme, aStaff } from '../support/made-programmes.ts';
import { served } from '../support/served.ts';
import { aVisitor } from '../support/visitor.ts';
import { aStore } from '../support/with-store.ts';

const { service: made } = await aService(await aStore(), '2027-02-01');
const { service, address } = await served(made);
const staff = await aStaff(service);
const email = 'buyer@example.org';
await aMember(service, staff.organisation, {
  duties: ['commissioner', 'verifier', 'provider_staff'],
  email,
  name: 'Bea Buyer',
});

test('its tabs lead to what has to be done first, and not to a refusal', async () => {
  const programme = await aProgramme({ service, staff });
  const visitor = aVisitor(address);
  visitor.cookies.set('outturn-sign-in', await tokenOf(service, email));
  for (const place of ['', '/providers', '/facts', '/facts/one', '/verification']) {
    const { status, text } = await visitor.open(`/programmes/${programme}${place}`);
    expect({ place, status }).toEqual({ place, status: 200 });
    expect(text).toContain('No version of this page is published so far');
    expect(text).toMatch(/<h1>/);
    expect(text).toContain(`/programmes/${programme}/edit`);
  }
});

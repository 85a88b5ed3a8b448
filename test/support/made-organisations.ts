import { formatProblems, type Result } from '../../src/problem/index.ts';
import type { Actor, Duty } from '../../src/service/access/index.ts';
import { perform, type Service } from '../../src/service/act/index.ts';
import { enterMember, foundOrganisation } from '../../src/service/organisations/index.ts';
import { findActor, signInByPassword } from '../../src/service/sign-in/index.ts';

/** What everybody made here signs in with. */
export const password = 'lamp orchard seven tin';

/** An organisation that was founded, and who founded it. */
export type Made = Readonly<{ organisation: string; account: string; email: string }>;

let count = 0;

/** Founds an organisation; its first administrator may be given other duties too. */
export async function anOrganisation(
  service: Service,
  { name = 'Northshire Council', duties = [] }: Readonly<{ name?: string; duties?: Duty[] }> = {},
): Promise<Made> {
  count += 1;
  const email = `administrator-${count}@example.org`;
  const administrator = { email, name: `Ada Administrator ${count}`, password };
  const input = { name, administrator, duties };
  const value = got(
    await perform(service, foundOrganisation, { actor: { kind: 'service' }, input }),
  );
  return { ...value, email };
}

/** What a member is to be; the limit is a publisher's. */
export type AskedMember = Readonly<{
  duties: readonly Duty[];
  name?: string;
  email?: string;
  limit?: Readonly<{ amount: string; currency: string }>;
}>;

/** Enters a member with these duties, and gives who they are when they are signed in. */
export async function aMember(
  service: Service,
  organisation: string,
  { duties, name = 'Max Member', email, limit }: AskedMember,
): Promise<Extract<Actor, { kind: 'account' }>> {
  count += 1;
  const address = email ?? `member-${count}@example.org`;
  const asked = { organisation, email: address, name, password, duties: [...duties] };
  const input = limit === undefined ? asked : { ...asked, limit };
  got(await perform(service, enterMember, { actor: { kind: 'service' }, input }));
  return signedInAs(service, address);
}

/** Signs in by password and says who that is. Somebody of one organisation acts for it. */
export async function signedInAs(
  service: Service,
  email: string,
): Promise<Extract<Actor, { kind: 'account' }>> {
  const actor = await findActor(service, { signIn: await tokenOf(service, email) });
  if (actor.kind !== 'account') throw new Error('nobody is signed in');
  return actor;
}

/** Signs in by password and gives what the browser would hold. */
export async function tokenOf(service: Service, email: string): Promise<string> {
  const input = { email, password, address: '192.0.2.1', agent: 'test' };
  const outcome = got(
    await perform(service, signInByPassword, { actor: { kind: 'anyone' }, input }),
  );
  if (outcome.state === 'refused') throw new Error(formatProblems(outcome.problems));
  return outcome.token;
}

/** The value of a result that must be one. */
export function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(formatProblems(result.problems));
  return result.value;
}

import { type Found, findByApiToken, findBySignIn } from '../../store/accounts/index.ts';
import { type Actor, type Duty, duties } from '../access/index.ts';
import type { Service } from '../act/index.ts';
import { laterBy, minute } from './moments.ts';
import { hashOf } from './secret.ts';

const idleMinutes = 30;

/** Who asks, by the token of their browser or of their program; anyone where it stands for none. */
export async function findActor(
  service: Service,
  { signIn: browserToken, bearer }: Readonly<{ signIn?: string; bearer?: string }>,
): Promise<Actor> {
  const now = new Date(service.clock()).toISOString();
  if (bearer !== undefined) return byApiToken(service, { bearer, now });
  return browserToken === undefined ? { kind: 'anyone' } : bySignIn(service, { browserToken, now });
}

/** A sign-in that was not used since then has ended. */
export function idleSince({ signIn }: Pick<Service, 'signIn'>, now: string): string {
  return laterBy(now, -(signIn?.idleMinutes ?? idleMinutes) * minute);
}

async function bySignIn(
  service: Service,
  { browserToken, now }: Readonly<{ browserToken: string; now: string }>,
): Promise<Actor> {
  const found = await service.store.ask(async (tx) =>
    findBySignIn(tx, {
      tokenHash: hashOf(browserToken),
      at: now,
      seenAfter: idleSince(service, now),
      noteBefore: laterBy(now, -minute),
    }),
  );
  if (found === undefined) return { kind: 'anyone' };
  return { ...personOf(found), by: { way: 'sign-in', mark: found.mark } };
}

// A token is for one organisation. Where its owner has left it, it stands for nobody.
async function byApiToken(
  { store }: Service,
  { bearer, now }: Readonly<{ bearer: string; now: string }>,
): Promise<Actor> {
  const asked = { tokenHash: hashOf(bearer), at: now, noteBefore: laterBy(now, -minute) };
  const found = await store.ask(async (tx) => findByApiToken(tx, asked));
  if (found === undefined) return { kind: 'anyone' };
  const person = personOf(found);
  if (person.organisation === undefined) return { kind: 'anyone' };
  return { ...person, by: { way: 'token', scopes: found.scopes } };
}

function personOf({ account, name, organisations, ...found }: Found) {
  const organisation = organisations.find(({ id }) => id === found.organisation);
  const held = organisation === undefined ? [] : found.duties;
  return {
    kind: 'account',
    account,
    name,
    organisations,
    duties: duties.filter((duty: Duty) => held.includes(duty)),
    ...(organisation === undefined ? {} : { organisation }),
  } as const;
}

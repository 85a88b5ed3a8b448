import type { Result } from '../../problem/index.ts';
import { perform, type Service } from '../../service/act/index.ts';
import { foundOrganisation } from '../../service/organisations/index.ts';
import { makeWayBack } from '../../service/sign-in/index.ts';
import { findAccountByEmail } from '../../store/accounts/index.ts';
import { atWork, type WorkAsked } from './at-work.ts';

/** An organisation to be founded, and who administers it first. */
export type Founding = Readonly<{
  name: string;
  email: string;
  person: string;
  duties: readonly string[];
}>;

/** A link by which somebody sets a password, and until when. */
export type WayIn = Readonly<{ link: string; endsAt: string }>;

/** The organisation; a way in for whoever had no account before. */
export type Founded = Readonly<{ organisation: string; wayIn: WayIn | undefined }>;

const actor = { kind: 'service' } as const;

/** Founds an organisation with its first administrator. */
export async function found(asked: WorkAsked, founding: Founding): Promise<Result<Founded>> {
  return atWork<Founded>(asked, async (service) => {
    const { name, email, person, duties } = founding;
    const isKnown = await hasAccount(service, email);
    const administrator = { email, name: person };
    const input = { name, administrator, duties };
    const made = await perform(service, foundOrganisation, { actor, input });
    if (!made.ok) return made;
    const { organisation } = made.value;
    if (isKnown) return { ok: true, value: { organisation, wayIn: undefined } };
    const wayIn = await perform(service, makeWayBack, { actor, input: { email } });
    return wayIn.ok ? { ok: true, value: { organisation, wayIn: wayIn.value } } : wayIn;
  });
}

/** Makes a link for somebody who lost every way of signing in. */
export async function wayBack(asked: WorkAsked, email: string): Promise<Result<WayIn>> {
  return atWork(asked, async (service) =>
    perform(service, makeWayBack, { actor, input: { email } }),
  );
}

async function hasAccount({ store }: Service, email: string): Promise<boolean> {
  const account = await store.read({ reach: 'upkeep' }, async (tx) =>
    findAccountByEmail(tx, email.trim()),
  );
  return account !== undefined;
}

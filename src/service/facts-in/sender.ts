import { assert } from '../../problem/index.ts';
import { listParties, type Party } from '../../store/index.ts';
import type { Actor } from '../access/index.ts';
import type { Work } from '../act/index.ts';

/** Who sends facts, and what it is in the programme. */
export type Sender = Readonly<{
  organisation: string;
  /** None where the service itself writes, for the commissioner. */
  account: string | null;
  /** Whether it takes part as a provider and as nothing else. */
  isProvider: boolean;
  isCommissioner: boolean;
  /** Whether it verifies here, and was never anything else here. */
  isOffice: boolean;
  /** Whether it does, and a verifier of it sends. */
  isVerifier: boolean;
  /** How the page and the facts name it, where it is a provider. */
  name: string | undefined;
  /** The organisations of the providers, by how the page and the facts name them. */
  providers: ReadonlyMap<string, string>;
}>;

/**
 * Whether what is sent of those who came to it is the word of a provider alone. What the own team
 * of a commissioner says is the commissioner's word.
 */
export function isItsOwnWord({ name, isCommissioner }: Sender): boolean {
  return name !== undefined && !isCommissioner;
}

/** Who sends, as far as the programme knows them. */
export async function senderOf({ tx, actor }: Work, programme: string): Promise<Sender> {
  const parties = await listParties(tx, programme);
  const id = organisationOf(actor, parties);
  const ever = parties.filter(({ organisation }) => organisation === id);
  const own = ever.filter(({ leftAt }) => leftAt === null);
  const isOffice = own.length > 0 && ever.every(({ part }) => part === 'verifier');
  const providers = parties.filter(({ part }) => part === 'provider');
  return {
    organisation: id,
    account: actor.kind === 'account' ? actor.account : null,
    isProvider: own.length > 0 && own.every(({ part }) => part === 'provider'),
    isCommissioner: own.some(({ part }) => part === 'commissioner'),
    isOffice,
    isVerifier: isOffice && isVerifier(actor),
    name: own.find(({ part }) => part === 'provider')?.name,
    providers: new Map(providers.map(({ name, organisation }) => [name, organisation])),
  };
}

function isVerifier(actor: Actor): boolean {
  return actor.kind === 'account' && actor.duties.includes('verifier');
}

// What the service writes of itself, as that a notice is over, it writes for the commissioner.
function organisationOf(actor: Actor, parties: readonly Party[]): string {
  const commissioner = parties.find(({ part }) => part === 'commissioner')?.organisation;
  const id = actor.kind === 'account' ? actor.organisation?.id : commissioner;
  assert(id !== undefined && actor.kind !== 'anyone', 'facts are sent for an organisation');
  return id;
}

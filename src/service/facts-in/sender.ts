import { assert } from '../../problem/index.ts';
import { listParties } from '../../store/index.ts';
import type { Work } from '../act/index.ts';

/** Who sends facts, and what it is in the programme. */
export type Sender = Readonly<{
  organisation: string;
  account: string;
  /** Whether it takes part as a provider and as nothing else. */
  isProvider: boolean;
  /** How the page and the facts name it, where it is a provider. */
  name: string | undefined;
  /** The organisations of the providers, by how the page and the facts name them. */
  providers: ReadonlyMap<string, string>;
}>;

/** Who sends, as far as the programme knows them. */
export async function senderOf({ tx, actor }: Work, programme: string): Promise<Sender> {
  assert(actor.kind === 'account' && actor.organisation, 'facts are sent for an organisation');
  const { id } = actor.organisation;
  const parties = await listParties(tx, programme);
  const own = parties.filter(({ organisation, leftAt }) => organisation === id && leftAt === null);
  const providers = parties.filter(({ part }) => part === 'provider');
  return {
    organisation: id,
    account: actor.account,
    isProvider: own.length > 0 && own.every(({ part }) => part === 'provider'),
    name: own.find(({ part }) => part === 'provider')?.name,
    providers: new Map(providers.map(({ name, organisation }) => [name, organisation])),
  };
}

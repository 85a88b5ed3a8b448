import { assert } from '../../problem/index.ts';
import type { Work } from '../act/index.ts';

/** Who acts, and for which organisation. */
export type Acting = Readonly<{
  account: string;
  organisation: Readonly<{ id: string; name: string }>;
}>;

/** Who acts, where an action is for members of organisations alone. */
export function actingFor({ actor }: Work): Acting {
  assert(actor.kind === 'account', 'what belongs to an organisation is done by somebody of it');
  const { account, organisation } = actor;
  assert(organisation !== undefined, 'who has a duty acts for an organisation');
  return { account, organisation };
}

import { listMembers, type Place } from '../../store/accounts/index.ts';
import type { Tx } from '../../store/index.ts';

/** Whether somebody is the only administrator of an organisation. */
export async function isLastAdministrator(
  tx: Tx,
  { organisation, account }: Place,
): Promise<boolean> {
  const members = await listMembers(tx, organisation);
  const administrators = members.filter(({ duties }) =>
    duties.some(({ duty }) => duty === 'administrator'),
  );
  return administrators.length === 1 && administrators[0]?.account === account;
}

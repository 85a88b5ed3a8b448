import Type from 'typebox';
import { getCurrency } from '../../money/index.ts';
import {
  findOrganisation,
  type HeldDuty,
  listInvitations,
  listMembers,
} from '../../store/accounts/index.ts';
import { type AccountActor, duties as allDuties, seesMoney } from '../access/index.ts';
import { action } from '../act/index.ts';
import { actingFor } from '../sign-in/own-sign-in.ts';

const heldDuties = Type.Array(
  Type.Object({
    duty: Type.String(),
    limit: Type.Optional(Type.Object({ amount: Type.String(), currency: Type.String() })),
  }),
);

/**
 * The organisation that one acts for, its members and their duties. Addresses and invitations are
 * for administrators, limits in money for them and for whoever sees money.
 */
export const readOrganisation = action({
  name: 'organisations.read',
  kind: 'read',
  who: 'signed in',
  summary: 'Your organisation, its members and their duties.',
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Object({
    id: Type.String(),
    name: Type.String(),
    members: Type.Array(
      Type.Object({
        account: Type.String(),
        name: Type.String(),
        email: Type.Optional(Type.String()),
        joinedAt: Type.String(),
        duties: heldDuties,
      }),
    ),
    invitations: Type.Array(
      Type.Object({
        id: Type.String(),
        email: Type.String(),
        madeAt: Type.String(),
        endsAt: Type.String(),
        duties: heldDuties,
      }),
    ),
  }),
  run: async ({ tx, actor, now }) => {
    const acting = actingFor(actor);
    if (!acting.ok) return acting;
    const { organisation, actor: reader } = acting.value;
    const found = await findOrganisation(tx, organisation);
    const members = await listMembers(tx, organisation);
    const isAdministrator = reader.duties.includes('administrator');
    const invitations = isAdministrator ? await listInvitations(tx, { organisation, at: now }) : [];
    const value = {
      id: organisation,
      name: found?.name ?? '',
      members: members.map(({ email, ...member }) => ({
        ...member,
        ...(isAdministrator ? { email } : {}),
        duties: shownDuties(member.duties, reader),
      })),
      invitations: invitations.map(({ id, email, madeAt, endsAt, duties, ...limit }) => ({
        id,
        email,
        madeAt,
        endsAt,
        duties: shownDuties(
          duties.map((duty) => ({ ...noLimit, ...(duty === 'publisher' ? limit : {}), duty })),
          reader,
        ),
      })),
    };
    return { ok: true, value };
  },
});

const noLimit = { limitUnits: null, limitCurrency: null };

function shownDuties(held: readonly HeldDuty[], reader: AccountActor) {
  const inOrder = allDuties.flatMap((duty) => held.filter((each) => each.duty === duty));
  return inOrder.map(({ duty, limitUnits, limitCurrency }) => {
    const isShown = limitUnits !== null && maySeeLimits(reader);
    if (!isShown || limitCurrency === null) return { duty };
    return { duty, limit: { amount: majorOf(limitUnits, limitCurrency), currency: limitCurrency } };
  });
}

// Administrators set them.
function maySeeLimits({ duties }: AccountActor): boolean {
  const isAdministrator = duties.includes('administrator') && !duties.includes('case_worker');
  return isAdministrator || seesMoney(duties);
}

function majorOf(units: bigint, currency: string): string {
  const { exponent } = getCurrency(currency);
  const digits = `${units}`.padStart(exponent + 1, '0');
  const point = digits.length - exponent;
  return exponent === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
}

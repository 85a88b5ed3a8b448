import Type from 'typebox';
import {
  endSignInsHere,
  giveDuty as give,
  isMember,
  listDuties,
  lockDuties,
} from '../../store/accounts/index.ts';
import type { Duty } from '../access/index.ts';
import { action } from '../act/index.ts';
import { actingFor } from '../sign-in/own-sign-in.ts';
import { checkDuties } from './check-duties.ts';
import { dutyToOneself, memberNotThere } from './problems.ts';
import { dutyWord, idText, limitInMoney } from './schemas.ts';

/** Gives a member a duty, never oneself; a publisher's with the most they may bind it to. */
export const giveDuty = action({
  name: 'organisations.give_duty',
  kind: 'change',
  who: ['administrator'],
  summary: 'Give a member a duty; their sign-ins for the organisation end.',
  input: Type.Object(
    { account: idText, duty: dutyWord, limit: Type.Optional(limitInMoney) },
    { additionalProperties: false },
  ),
  output: Type.Null(),
  run: async (work, { account, duty, limit }) => {
    const { tx, now } = work;
    const acting = actingFor(work.actor);
    if (!acting.ok) return acting;
    const { organisation, account: givenBy } = acting.value;
    if (account === givenBy) return { ok: false, problems: [dutyToOneself()] };
    await lockDuties(tx, organisation);
    const place = { organisation, account };
    if (!(await isMember(tx, place))) return { ok: false, problems: [memberNotThere()] };
    const held = (await listDuties(tx, place)).map((each) => each.duty as Duty);
    const wanted = { duties: [duty], ...(limit === undefined ? {} : { limit }) };
    const checked = checkDuties(wanted, held);
    if (!checked.ok) return checked;
    const { limitUnits, limitCurrency } = checked.value;
    await give(tx, { ...place, duty, limitUnits, limitCurrency, givenBy, at: now });
    await endSignInsHere(tx, account);
    const noted = limitUnits === null ? {} : { limit: `${limitUnits}`, currency: limitCurrency };
    work.note({ organisation, about: { member: account, duty, ...noted } });
    return { ok: true, value: null };
  },
});

import type { Result } from '../../problem/index.ts';
import type { Tx } from '../../store/index.ts';
import { hasPart } from '../../store/index.ts';
import type { Action, Part, Who } from '../act/action.ts';
import type { Actor } from './actor.ts';
import { seesMoney } from './duties.ts';
import {
  notSignedIn,
  outsideToken,
  programmeNotThere,
  withoutDuty,
  withoutMoney,
} from './problems.ts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const allowed: Result<null> = { ok: true, value: null };

/** Whether somebody may do this at all: signed in, with one of its duties, within their token. */
export function mayDo(
  { who, showsMoney = false, name, kind }: Omit<Action, 'run'>,
  actor: Actor,
): Result<null> {
  if (actor.kind === 'service') return allowed;
  if (who === 'anyone') {
    // What everybody may read is kept from case workers all the same, where they act as such.
    const isKept = showsMoney && actor.kind === 'account' && actor.duties.includes('case_worker');
    return isKept ? { ok: false, problems: [withoutMoney()] } : allowed;
  }
  if (actor.kind === 'anyone') return { ok: false, problems: [notSignedIn()] };
  const scope = `${name.split('.')[0]}:${kind}`;
  if (actor.by.way === 'token' && !actor.by.scopes.includes(scope)) {
    return { ok: false, problems: [outsideToken(scope)] };
  }
  const fits = hasDutyOf(who, actor);
  if (!fits.ok) return fits;
  return showsMoney && !seesMoney(actor.duties)
    ? { ok: false, problems: [withoutMoney()] }
    : allowed;
}

/** Whether somebody has one of the duties that something asks for, where it asks for any. */
export function hasDutyOf(who: Who, actor: Actor): Result<null> {
  if (actor.kind === 'service' || typeof who === 'string') return allowed;
  const has = actor.kind === 'account' && who.some((duty) => actor.duties.includes(duty));
  return has ? allowed : { ok: false, problems: [withoutDuty(who)] };
}

/** Whether the organisation acted for has one of these parts; else there is no such programme. */
export async function mayTakePart(
  tx: Tx,
  {
    actor,
    programme,
    parts,
  }: Readonly<{ actor: Actor; programme: string; parts: readonly Part[] }>,
): Promise<Result<null>> {
  if (actor.kind === 'service') return allowed;
  if (!uuid.test(programme)) return { ok: false, problems: [programmeNotThere()] };
  const organisation = actor.kind === 'account' ? actor.organisation?.id : undefined;
  const has = organisation !== undefined && (await hasPart(tx, { programme, organisation }, parts));
  return has ? allowed : { ok: false, problems: [programmeNotThere()] };
}

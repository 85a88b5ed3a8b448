import type { Result } from '../../problem/index.ts';
import type { Ground } from '../../store/index.ts';
import type { Action, Who } from '../act/action.ts';
import type { Actor } from './actor.ts';
import { seesMoney } from './duties.ts';
import {
  notSignedIn,
  outsideToken,
  programmeNotThere,
  withoutDuty,
  withoutMoney,
} from './problems.ts';

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

/**
 * Whether the organisation acted for takes part in the programme as an action asks, by what was
 * found of it; else there is no such programme.
 */
export function mayTakePart(
  { parts }: Pick<Action, 'parts'>,
  actor: Actor,
  { hasPart }: Pick<Ground, 'hasPart'>,
): Result<null> {
  if (actor.kind === 'service' || parts === undefined || hasPart) return allowed;
  return { ok: false, problems: [programmeNotThere()] };
}

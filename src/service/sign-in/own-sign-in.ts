import type { Result } from '../../problem/index.ts';
import type { AccountActor, Actor } from '../access/index.ts';
import { notSignedIn } from '../access/problems.ts';
import type { Work } from '../act/index.ts';
import { notByToken, organisationNotChosen } from './problems.ts';

/** Somebody signed in with a browser, and the mark of that sign-in. */
export type Browsing = Readonly<{ account: string; mark: string; actor: AccountActor }>;

/** Who acts, if they do so with a browser: what concerns sign-ins is not for tokens. */
export function ownSignIn(actor: Actor): Result<Browsing> {
  if (actor.kind !== 'account') return { ok: false, problems: [notSignedIn()] };
  if (actor.by.way !== 'sign-in') return { ok: false, problems: [notByToken()] };
  return { ok: true, value: { account: actor.account, mark: actor.by.mark, actor } };
}

/** Keeps in one's own record, and in that of the organisation acted for, what was changed. */
export function noteChanged(
  { note }: Pick<Work, 'note'>,
  { account, actor: { organisation } }: Browsing,
  changed: 'name' | 'email',
): void {
  note({ account, about: { changed } });
  if (organisation !== undefined) {
    note({ organisation: organisation.id, about: { member: account, changed } });
  }
}

/** The organisation that is acted for, and by whom. */
export type Acting = Readonly<{ account: string; organisation: string; actor: AccountActor }>;

/** Who acts and for which organisation, if for any. */
export function actingFor(actor: Actor): Result<Acting> {
  if (actor.kind !== 'account') return { ok: false, problems: [notSignedIn()] };
  const { account, organisation } = actor;
  if (organisation === undefined) return { ok: false, problems: [organisationNotChosen()] };
  return { ok: true, value: { account, organisation: organisation.id, actor } };
}

import type { Answer, Visit } from '../../http/index.ts';
import { findActor } from '../../service/sign-in/index.ts';

/** Where somebody wanted to go, if that is a page of ours; else where they begin. */
export function nextPage(asked: string | undefined): string {
  const isOurs = asked !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(asked);
  return isOurs && !asked.startsWith('/sign-in') ? asked : '/programmes';
}

/** What a sign-in gives the browser to hold. */
export type Entered = Readonly<{ token: string; secondsMax: number }>;

/** Goes on after signing in; whoever belongs to several organisations first chooses one. */
export async function goOn(
  { service }: Visit,
  { token, secondsMax }: Entered,
  next: string,
): Promise<Answer> {
  const actor = await findActor(service, { signIn: token });
  const mustChoose =
    actor.kind === 'account' && actor.organisation === undefined && actor.organisations.length > 0;
  const to = mustChoose ? `/organisation/choose?next=${encodeURIComponent(next)}` : next;
  return { kind: 'go', to, cookies: [{ name: 'sign-in', value: token, secondsMax }] };
}

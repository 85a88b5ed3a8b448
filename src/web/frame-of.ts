import { randomBytes } from 'node:crypto';
import type { Visit } from '../http/index.ts';
import { mayDo } from '../service/access/index.ts';
import { listOwnApplications } from '../service/joining/index.ts';
import { helpFor } from './help/topics.ts';
import type { Frame, FramePerson, FramePlace } from './look/index.ts';

/** What the edge of a page says at this visit: who is signed in, where they may go. */
export function frameOf(visit: Visit, neutralName?: string): Frame {
  const person = personOf(visit);
  const path = visit.url.split('?')[0] ?? '/';
  return {
    path,
    assets: visit.assets,
    csrf: visit.csrf,
    once: randomBytes(12).toString('base64url'),
    ...(person === undefined ? {} : { person }),
    places: placesOf(visit),
    help: [{ href: helpFor(path), label: 'Help' }],
    ...(neutralName === undefined ? {} : { neutralName }),
  };
}

function personOf({ actor }: Visit): FramePerson | undefined {
  if (actor.kind !== 'account') return undefined;
  const { name, organisation, organisations } = actor;
  return {
    name,
    organisation: organisation?.name,
    others: organisations
      .filter(({ id }) => id !== organisation?.id)
      .map(({ id, name: label }) => ({ label, value: id })),
    switchAction: '/organisation/choose',
    signOutAction: '/sign-out',
    links: [{ href: '/account', label: 'Your account' }],
  };
}

function placesOf({ actor }: Visit): readonly FramePlace[] {
  const open = { href: '/', label: 'Open programmes', letter: 'o' };
  if (actor.kind !== 'account') return [open, { href: '/sign-in', label: 'Sign in' }];
  const applies = mayDo(listOwnApplications, actor).ok;
  return [
    { href: '/programmes', label: 'Your programmes', letter: 'p' },
    open,
    ...(applies ? [{ href: '/applications', label: 'Applications', letter: 'a' }] : []),
    { href: '/organisation', label: 'Organisation', letter: 'r' },
  ];
}

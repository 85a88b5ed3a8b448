import type { Day } from '../../calendar/index.ts';
import type { Contract } from '../../contract/index.ts';
import { nextProviderState, type ProviderStep } from '../../market/index.ts';
import type { Result } from '../../problem/index.ts';
import {
  findProvider,
  getAdmittedVersion,
  moveProvider,
  type PausedBy,
  type Provider,
} from '../../store/joining/index.ts';
import type { Work } from '../act/index.ts';
import { pageOfVersion, versionsFor } from '../programmes/index.ts';
import { getPageAgreed } from './joining-page.ts';
import { providerNotThere } from './problems.ts';
import { keptStanding, standingOf } from './standing.ts';

export type Whose = Readonly<{ programme: string; organisation: string }>;

/** A provider that is or was admitted, held until this transaction ends. */
export async function findJoined(work: Work, whose: Whose): Promise<Result<Provider>> {
  const provider = await findProvider(work.tx, whose, { toChange: true });
  const isJoined = provider !== undefined && !notJoined.has(provider.state);
  return isJoined ? { ok: true, value: provider } : { ok: false, problems: [providerNotThere()] };
}

const notJoined: ReadonlySet<Provider['state']> = new Set(['applied', 'refused', 'withdrawn']);

/** The page that binds a provider: signed words govern. */
export async function boundPage(work: Work, whose: Whose): Promise<Contract> {
  const { tx } = work;
  const { binding } = await versionsFor(work, whose);
  const last = binding.at(-1);
  if (last !== undefined) return pageOfVersion(last).read.contract;
  const version = await getAdmittedVersion(tx, whose);
  return (await getPageAgreed(tx, { programme: whose.programme, version })).contract;
}

type Stepping = Readonly<{ step: ProviderStep['step']; pausedBy: readonly PausedBy[] }>;

/** Moves a provider by a step of the market, and records it in the programme's chain. */
export async function takeStep(
  work: Work,
  provider: Provider,
  { step, pausedBy }: Stepping,
): Promise<Result<Provider>> {
  const contract = await boundPage(work, provider);
  const on = work.today as Day;
  const next = nextProviderState(contract, standingOf(provider), { step, on });
  if (!next.ok) return next;
  return keep(work, keptStanding(next.value, { provider, pausedBy }), step);
}

/** Pauses new referrals for one more sake; nobody is referred until there is none. */
export async function addPause(
  work: Work,
  provider: Provider,
  by: 'commissioner' | 'provider',
): Promise<Result<Provider>> {
  if (provider.pausedBy.includes(by)) return { ok: true, value: provider };
  const pausedBy = [...provider.pausedBy, by];
  return provider.pausedBy.length === 0
    ? takeStep(work, provider, { step: 'pause', pausedBy })
    : keep(work, { ...provider, pausedBy }, 'pause');
}

/** Ends one pause. What others paused for stays. */
export async function endPause(
  work: Work,
  provider: Provider,
  by: PausedBy,
): Promise<Result<Provider>> {
  const pausedBy = provider.pausedBy.filter((each) => each !== by);
  if (pausedBy.length === 0) return takeStep(work, provider, { step: 'resume', pausedBy });
  const leavesOn = by === 'condition' ? null : provider.leavesOn;
  return keep(work, { ...provider, pausedBy, leavesOn }, 'resume');
}

async function keep(work: Work, moved: Provider, step: string): Promise<Result<Provider>> {
  await moveProvider(work.tx, moved);
  const { programme, organisation, state, pausedBy } = moved;
  work.note({ programme, about: { provider: organisation, step, state, pausedBy } });
  return { ok: true, value: moved };
}

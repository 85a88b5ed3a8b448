import type { Day } from '../../calendar/index.ts';
import type { ProviderState } from '../../market/index.ts';
import { assert } from '../../problem/index.ts';
import type { PausedBy, Provider } from '../../store/joining/index.ts';

type Standing = Pick<Provider, 'state' | 'since' | 'pausedBy' | 'admittedOn' | 'leavesOn'>;

/** How a provider stands, as the rules of the market know it. */
export function standingOf(provider: Standing): ProviderState {
  const since = provider.since as Day;
  const leaves = provider.leavesOn as Day | null;
  switch (provider.state) {
    case 'applied':
    case 'refused':
    case 'withdrawn':
    case 'left':
      return { is: provider.state, since };
    case 'leaving':
      assert(leaves !== null, 'who is leaving has a last day');
      return { is: 'leaving', since, joins: joinsOf(provider), leaves };
    case 'admitted': {
      const joined = { since, joins: joinsOf(provider) };
      if (provider.pausedBy.length === 0) return { is: 'admitted', ...joined };
      return { is: 'paused', ...joined, ...(leaves === null ? {} : { leaves }) };
    }
  }
}

function joinsOf({ admittedOn }: Standing): Day {
  assert(admittedOn !== null, 'who was admitted joins on a day');
  return admittedOn as Day;
}

/** The same as it is kept. Who pauses stands beside it: there may be several. */
export function keptStanding(
  state: ProviderState,
  { provider, pausedBy }: Readonly<{ provider: Provider; pausedBy: readonly PausedBy[] }>,
): Provider {
  const { since } = state;
  const kept = { ...provider, since };
  switch (state.is) {
    case 'applied':
    case 'refused':
    case 'withdrawn':
      return { ...kept, state: state.is, pausedBy: [] };
    case 'left':
      return { ...kept, state: state.is, pausedBy: [], leavesOn: provider.leavesOn };
    case 'admitted':
      assert(pausedBy.length === 0, 'who is referred to is paused by nobody');
      return { ...kept, state: 'admitted', pausedBy, admittedOn: state.joins, leavesOn: null };
    case 'paused':
      assert(pausedBy.length > 0, 'who is paused is paused by somebody');
      return {
        ...kept,
        state: 'admitted',
        pausedBy,
        admittedOn: state.joins,
        leavesOn: state.leaves ?? null,
      };
    case 'leaving':
      return {
        ...kept,
        state: 'leaving',
        pausedBy: [],
        admittedOn: state.joins,
        leavesOn: state.leaves,
      };
  }
}

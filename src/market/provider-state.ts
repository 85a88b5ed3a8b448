import type { Day } from '../calendar/index.ts';
import type { Contract } from '../contract/index.ts';
import { findTerm, forms } from '../contract/index.ts';
import { assert, type Result } from '../problem/index.ts';
import { lastDayIn } from './decide-by.ts';
import { joinsOn } from './joins-on.ts';
import { stepOutOfTurn, stepTooEarly } from './problems.ts';

/** How a provider stands in a programme, each state with the day since which it does. */
export type ProviderState =
  | Readonly<{ is: 'applied'; since: Day }>
  | Readonly<{ is: 'refused'; since: Day }>
  | Readonly<{ is: 'withdrawn'; since: Day }>
  /** Nobody is referred to it before the day on which it joins. */
  | Readonly<{ is: 'admitted'; since: Day; joins: Day }>
  /** Serves those it has and is sent nobody new; a condition lost, only until it must leave. */
  | Readonly<{ is: 'paused'; since: Day; joins: Day; leaves?: Day }>
  /** Has given notice, or must leave: serves those it has to the last day of the notice. */
  | Readonly<{ is: 'leaving'; since: Day; joins: Day; leaves: Day }>
  | Readonly<{ is: 'left'; since: Day }>;

/** What may happen to a provider in a programme. */
export type ProviderStep = Readonly<{
  step:
    | 'apply'
    | 'withdraw'
    | 'refuse'
    | 'admit'
    | 'pause'
    | 'resume'
    | 'lose a condition'
    | 'give notice'
    | 'leave';
  on: Day;
}>;

/** Whether somebody may be referred to it on a day. Nobody is before it is admitted and joins. */
export function mayBeReferred(state: ProviderState, on: Day): boolean {
  return state.is === 'admitted' && state.joins <= on;
}

/** Whether it still serves those attached to it. */
export function mayServe(state: ProviderState): boolean {
  return state.is === 'admitted' || state.is === 'paused' || state.is === 'leaving';
}

/**
 * How a provider stands after a step, or why the step cannot be taken. Who was refused, has
 * withdrawn or has left may apply again on any day. A condition that is lost pauses at once; the
 * page says after how long the provider then leaves, and it resumes if the condition is met before.
 */
export function nextProviderState(
  contract: Contract,
  state: ProviderState | undefined,
  taken: ProviderStep,
): Result<ProviderState> {
  const { step, on } = taken;
  const next = stateAfter(contract, state, taken);
  if (next === undefined) {
    return { ok: false, problems: [stepOutOfTurn(step, state?.is ?? 'not known here')] };
  }
  const first = firstDayFor(state, step);
  return on < first
    ? { ok: false, problems: [stepTooEarly(step, on, first)] }
    : { ok: true, value: next };
}

/** No step comes before the state that it leaves, and nobody leaves before the notice is over. */
function firstDayFor(state: ProviderState | undefined, step: ProviderStep['step']): Day {
  if (state === undefined) return '0000-01-01';
  const leaves = 'leaves' in state ? state.leaves : undefined;
  return step === 'leave' && leaves !== undefined ? leaves : state.since;
}

function stateAfter(
  contract: Contract,
  state: ProviderState | undefined,
  taken: ProviderStep,
): ProviderState | undefined {
  switch (state?.is) {
    case undefined:
    case 'refused':
    case 'withdrawn':
    case 'left':
      return taken.step === 'apply' ? { is: 'applied', since: taken.on } : undefined;
    case 'applied':
      return afterApplying(contract, taken);
    case 'admitted':
    case 'paused':
      return afterJoining(contract, state, taken);
    case 'leaving':
      return taken.step === 'leave' ? { is: 'left', since: taken.on } : undefined;
  }
}

function afterApplying(contract: Contract, { step, on }: ProviderStep): ProviderState | undefined {
  if (step === 'withdraw') return { is: 'withdrawn', since: on };
  if (step === 'refuse') return { is: 'refused', since: on };
  return step === 'admit' ? { is: 'admitted', since: on, joins: joinsOn(contract, on) } : undefined;
}

type Joined = Extract<ProviderState, { is: 'admitted' | 'paused' }>;

function afterJoining(
  contract: Contract,
  state: Joined,
  { step, on }: ProviderStep,
): ProviderState | undefined {
  const { joins } = state;
  switch (step) {
    case 'pause':
      return state.is === 'admitted' ? { is: 'paused', since: on, joins } : undefined;
    case 'resume':
      return state.is === 'paused' ? { is: 'admitted', since: on, joins } : undefined;
    case 'lose a condition':
      return { is: 'paused', since: on, joins, ...mustLeave(contract, state, on) };
    case 'give notice':
      return { is: 'leaving', since: on, joins, leaves: noticeTill(contract, on) };
    case 'leave':
      return 'leaves' in state ? { is: 'left', since: on } : undefined;
    case 'apply':
    case 'withdraw':
    case 'refuse':
    case 'admit':
      return undefined;
  }
}

/** The last day before a provider that lost a condition must leave; another lost adds no time. */
function mustLeave(contract: Contract, state: Joined, on: Day): Readonly<{ leaves?: Day }> {
  if ('leaves' in state && state.leaves !== undefined) return { leaves: state.leaves };
  const term = findTerm(contract.sections.market ?? [], forms.joining.conditionLost);
  if (term === undefined) return {};
  const leaves = lastDayIn(contract, on, term.after);
  return leaves === undefined ? {} : { leaves };
}

/** The last day of the notice, of which the day it is given is the first. */
function noticeTill(contract: Contract, on: Day): Day {
  const notice = findTerm(contract.sections.market ?? [], forms.market.providerLeaves)?.notice;
  if (notice === undefined) return on;
  const last = lastDayIn(contract, on, notice);
  assert(last !== undefined, 'the working days of the page are known to the end of a notice');
  return last;
}

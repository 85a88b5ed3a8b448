import { type DayNumber, type Span, union } from '../../calendar/index.ts';
import { firstDay } from '../../facts/index.ts';
import { beginsItself, countedDays, countedFacts, verifiedOnly } from '../admit/counted-facts.ts';
import type { SeenFact, View } from '../admit/view.ts';
import type { Anchor, OutcomePlan, Plan } from '../plan/plan.ts';
import type { Instance } from '../whose/instance.ts';
import type { Ownership } from '../whose/ownership.ts';
import { type First, nothingServed, type Question } from './index.ts';
import { findOwnerIn } from './keep.ts';
import { windowFrom } from './window.ts';

/** What a question is made from. */
export type Ground = Readonly<{
  plan: Plan;
  view: View;
  instance: Instance;
  ownership: readonly Ownership[];
  completes: readonly SeenFact[];
  findFirst: (outcome: string) => First | undefined;
}>;

/** Why an outcome cannot be asked about yet: what its clock waits for has not happened. */
export type Waiting = Readonly<{ waitsFor: string; isOver: boolean }>;

const never = Number.POSITIVE_INFINITY;

/** The question whether an instance of an outcome was achieved, or what it still waits for. */
export function questionFor(outcome: OutcomePlan, ground: Ground): Question | Waiting {
  const { plan, view, instance, ownership, completes, findFirst } = ground;
  const { states, pausedBy, condition } = outcome;
  const paused = countedDays(view, { kinds: pausedBy, states, helps: false });
  const window = windowOf(outcome, ground, paused);
  if ('waitsFor' in window) return window;
  const before = outcome.onlyAfter.map((name) => findFirst(name)?.day ?? never);
  const anchor = outcome.window?.anchor;
  const foundations = [...outcome.onlyAfter, ...(anchor?.is === 'outcome' ? [anchor.outcome] : [])];
  const certain = foundations.map((name) => findFirst(name)?.certainOn ?? never);
  const mark = condition.is === 'each day' ? condition.onceReached : undefined;
  return {
    view,
    outcome,
    instance,
    findFirst,
    span: {
      first: Math.max(instance.span.first, window.first),
      last: Math.min(instance.span.last, window.last),
    },
    attached: outcome.whileAttached ? daysAttached(instance) : undefined,
    window: {
      first: window.first,
      last: Number.isFinite(window.last) ? window.last : Math.max(plan.endsOn, window.first),
    },
    paused,
    notBefore: Math.max(...before, Number.NEGATIVE_INFINITY),
    certainFrom: Math.max(...certain, Number.NEGATIVE_INFINITY),
    mark: mark === undefined ? Number.NEGATIVE_INFINITY : (findFirst(mark)?.certainOn ?? never),
    ownerOf: (day) => findOwnerIn(instance, ownership, day),
    served: nothingServed,
    completes,
  };
}

/** The days that any attachment of the instance covers. */
function daysAttached({ attachments }: Instance): readonly Span[] {
  return union(attachments.map(({ day, lastDay }) => ({ first: day, last: lastDay })));
}

/** An outcome without a window may be achieved at any time; it is not due until the end. */
function windowOf(outcome: OutcomePlan, ground: Ground, paused: readonly Span[]): Span | Waiting {
  if (outcome.window === undefined) return { first: ground.instance.span.first, last: never };
  const anchor = findAnchor(outcome, outcome.window.anchor, ground);
  if (anchor === undefined) return { waitsFor: anchorName(outcome), isOver: false };
  const window = windowFrom(anchor, outcome.window, paused);
  return window ?? { waitsFor: anchorName(outcome), isOver: true };
}

function findAnchor(outcome: OutcomePlan, anchor: Anchor, ground: Ground): DayNumber | undefined {
  const { plan, instance, findFirst } = ground;
  switch (anchor.is) {
    case 'contract':
      return plan.startsOn;
    case 'attachment':
      return instance.attachmentDay;
    case 'referral':
      return instance.referralDay;
    case 'kind':
      return findKind(anchor.kind, outcome, ground);
    case 'outcome':
      return findFirst(anchor.outcome)?.day;
  }
}

/** The first of the kind on or after the scope began; what is unverified only where nothing is. */
function findKind(kind: string, outcome: OutcomePlan, ground: Ground): DayNumber | undefined {
  for (const helps of [false, true]) {
    const seen = countedFacts(ground.view, { kinds: [kind], states: outcome.states, helps });
    const first = seen.find(
      (each) => beginsItself(each) && firstDay(each.fact) >= ground.instance.span.first,
    );
    if (first) return firstDay(first.fact);
  }
  return undefined;
}

/** What a window is counted from, in words. */
export function anchorName({ window }: OutcomePlan): string {
  const anchor = window?.anchor;
  if (anchor?.is === 'kind') return anchor.kind;
  if (anchor?.is === 'outcome') return anchor.outcome;
  return anchor?.is ?? 'contract';
}

/** Records of completeness of the participant alone. */
export function ownCompletes(view: View): readonly SeenFact[] {
  return countedFacts(view, { kinds: ['complete'], states: verifiedOnly, helps: false });
}

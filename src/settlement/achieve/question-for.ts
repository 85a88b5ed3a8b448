import { type DayNumber, type Span, union } from '../../calendar/index.ts';
import { firstDay } from '../../facts/index.ts';
import { beginsItself, countedDays, countedFacts, verifiedOnly } from '../admit/counted-facts.ts';
import type { SeenFact } from '../admit/seen-fact.ts';
import type { View } from '../admit/view.ts';
import type { Anchor, OutcomePlan, Plan } from '../plan/plan.ts';
import type { Instance } from '../whose/instance.ts';
import type { PlacedOutcome } from '../work.ts';
import type { Earned, Stage } from './evaluate.ts';
import { firstOf } from './first-of.ts';
import { nothingServed, type Question } from './index.ts';
import { windowFrom } from './window.ts';

/** What a question is made from. */
export type Ground = Readonly<{
  plan: Plan;
  stage: Pick<Stage, 'view' | 'ownership' | 'completes'>;
  instance: Instance;
  /** What was achieved so far of the outcomes on which this one rests. */
  earned: readonly Earned[];
}>;

/** Why an outcome cannot be asked about yet: what its clock waits for has not happened. */
export type Waiting = Readonly<{ waitsFor: string; isOver: boolean }>;

const never = Number.POSITIVE_INFINITY;
const always = Number.NEGATIVE_INFINITY;

/** The question whether an instance of an outcome was achieved, or what it still waits for. */
export function questionFor(placed: PlacedOutcome, ground: Ground): Question | Waiting {
  const { outcome, wanted } = placed;
  const { plan, stage, instance, earned } = ground;
  const { view, ownership, completes } = stage;
  const paused = countedDays(view, wanted.paused);
  const window = windowOf(outcome, ground, paused);
  if ('waitsFor' in window) return window;
  const { first, last } = window;
  const { notBefore, certainFrom } = foundationsOf(outcome, ground);
  return {
    view,
    outcome,
    condition: outcome.condition,
    wanted,
    instance,
    earned,
    span: {
      first: Math.max(instance.span.first, first),
      last: Math.min(instance.span.last, last),
    },
    attached: outcome.whileAttached ? daysAttached(instance) : undefined,
    window: { first, last: last === never ? Math.max(plan.endsOn, first) : last },
    paused,
    notBefore,
    certainFrom,
    mark: markOf(outcome, ground),
    ownership,
    served: nothingServed,
    completes,
  };
}

/** The last day of what it comes only after, and since when that and its anchor can be said. */
function foundationsOf(
  { onlyAfter, window }: OutcomePlan,
  ground: Ground,
): Readonly<{ notBefore: DayNumber; certainFrom: DayNumber }> {
  let notBefore = always;
  let certainFrom = always;
  for (const name of onlyAfter) {
    const first = firstOf(name, ground);
    notBefore = Math.max(notBefore, first?.day ?? never);
    certainFrom = Math.max(certainFrom, first?.certainOn ?? never);
  }
  if (window?.anchor.is === 'outcome') {
    certainFrom = Math.max(certainFrom, firstOf(window.anchor.outcome, ground)?.certainOn ?? never);
  }
  return { notBefore, certainFrom };
}

function markOf({ condition }: OutcomePlan, ground: Ground): DayNumber {
  const mark = condition.is === 'each day' ? condition.onceReached : undefined;
  return mark === undefined ? always : (firstOf(mark, ground)?.certainOn ?? never);
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
  const { plan, instance } = ground;
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
      return firstOf(anchor.outcome, ground)?.day;
  }
}

/** The first of the kind on or after the scope began; what is unverified only where nothing is. */
function findKind(kind: string, outcome: OutcomePlan, ground: Ground): DayNumber | undefined {
  for (const helps of [false, true]) {
    const wanted = { kinds: [kind], states: outcome.states, helps };
    const seen = countedFacts(ground.stage.view, wanted);
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
  return countedFacts(view, verifiedCompletes);
}

const verifiedCompletes = { kinds: ['complete'], states: verifiedOnly, helps: false };

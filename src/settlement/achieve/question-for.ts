import { type DayNumber, type Span, union } from '../../calendar/index.ts';
import { firstDay } from '../../facts/index.ts';
import { beginsItself, countedFacts, countedSpans, verifiedOnly } from '../admit/counted-facts.ts';
import type { SeenFact } from '../admit/seen-fact.ts';
import type { View } from '../admit/view.ts';
import { always, never } from '../plan/open-days.ts';
import type { Anchor, OutcomePlan, Plan } from '../plan/plan.ts';
import type { Instance } from '../whose/instance.ts';
import type { PlacedOutcome } from '../work.ts';
import { firstOf } from './first-of.ts';
import { type Foundations, nothingServed, type Question, type Waiting } from './question.ts';
import type { Stage } from './stage.ts';
import { windowFrom } from './window.ts';

/** What a question is made from. */
export type Ground = Readonly<{
  plan: Plan;
  stage: Pick<Stage, 'view' | 'earned'>;
  instance: Instance;
}>;

/** The question whether an instance of an outcome was achieved, or what it still waits for. */
export function questionFor(placed: PlacedOutcome, ground: Ground): Question | Waiting {
  return questionOn(placed, ground, foundationsOf(placed.outcome, ground));
}

/** The same question, asked of another view of the same people: it is as it was where it can be. */
export function askedAgain(
  before: Question | Waiting,
  placed: PlacedOutcome,
  ground: Ground,
): Question | Waiting {
  const now = foundationsOf(placed.outcome, ground);
  const isSame = placed.restsOn === 'outcomes' && !('waitsFor' in before) && areSame(before, now);
  return isSame ? before : questionOn(placed, ground, now);
}

function areSame(one: Foundations, other: Foundations): boolean {
  return (
    one.anchorOn === other.anchorOn &&
    one.notBefore === other.notBefore &&
    one.certainFrom === other.certainFrom &&
    one.mark === other.mark
  );
}

function questionOn(
  { outcome, wanted }: PlacedOutcome,
  ground: Ground,
  { anchorOn, notBefore, certainFrom, mark }: Foundations,
): Question | Waiting {
  const { plan, stage, instance } = ground;
  const paused = countedSpans(stage.view, wanted.paused);
  const window = windowOf(outcome, { plan, stage, instance, anchorOn, paused });
  if ('waitsFor' in window) return window;
  const { first, last } = window;
  return {
    outcome,
    condition: outcome.condition,
    wanted,
    instance,
    span: {
      first: Math.max(instance.span.first, first),
      last: Math.min(instance.span.last, last),
    },
    attached: outcome.whileAttached ? daysAttached(instance) : undefined,
    window: { first, last: last === never ? Math.max(plan.endsOn, first) : last },
    paused,
    anchorOn,
    notBefore,
    certainFrom,
    mark,
    served: nothingServed,
  };
}

/** The days of what it rests on, and since when these can be said. */
function foundationsOf(
  { onlyAfter, window, condition }: OutcomePlan,
  { instance, stage: { earned } }: Ground,
): Foundations {
  let notBefore = always;
  let certainFrom = always;
  for (const name of onlyAfter) {
    const first = firstOf(name, instance, earned);
    notBefore = Math.max(notBefore, first?.day ?? never);
    certainFrom = Math.max(certainFrom, first?.certainOn ?? never);
  }
  let anchorOn: DayNumber | undefined;
  if (window?.anchor.is === 'outcome') {
    const anchor = firstOf(window.anchor.outcome, instance, earned);
    anchorOn = anchor?.day;
    certainFrom = Math.max(certainFrom, anchor?.certainOn ?? never);
  }
  const marked = condition.is === 'each day' ? condition.onceReached : undefined;
  const mark =
    marked === undefined ? always : (firstOf(marked, instance, earned)?.certainOn ?? never);
  return { anchorOn, notBefore, certainFrom, mark };
}

/** The days that any attachment of the instance covers. */
function daysAttached({ attachments }: Instance): readonly Span[] {
  return union(attachments.map(({ day, lastDay }) => ({ first: day, last: lastDay })));
}

/** From what the days of a window follow. */
type Anchored = Ground & Pick<Foundations, 'anchorOn'> & Readonly<{ paused: readonly Span[] }>;

/** An outcome without a window may be achieved at any time; it is not due until the end. */
function windowOf(outcome: OutcomePlan, anchored: Anchored): Span | Waiting {
  if (outcome.window === undefined) return { first: anchored.instance.span.first, last: never };
  const anchor = findAnchor(outcome, outcome.window.anchor, anchored);
  if (anchor === undefined) return { waitsFor: anchorName(outcome), isOver: false };
  const window = windowFrom(anchor, outcome.window, anchored.paused);
  return window ?? { waitsFor: anchorName(outcome), isOver: true };
}

function findAnchor(
  outcome: OutcomePlan,
  anchor: Anchor,
  anchored: Anchored,
): DayNumber | undefined {
  const { plan, instance, anchorOn } = anchored;
  switch (anchor.is) {
    case 'contract':
      return plan.startsOn;
    case 'attachment':
      return instance.attachmentDay;
    case 'referral':
      return instance.referralDay;
    case 'kind':
      return findKind(anchor.kind, outcome, anchored);
    case 'outcome':
      return anchorOn;
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

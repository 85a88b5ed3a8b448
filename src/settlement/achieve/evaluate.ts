import type { DayNumber } from '../../calendar/index.ts';
import { firstDay } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import type { Admitted } from '../admit/admitted.ts';
import { countedFacts, verifiedOnly } from '../admit/counted-facts.ts';
import type { SeenFact } from '../admit/seen-fact.ts';
import { isSeen, type Sight, type View, viewOf } from '../admit/view.ts';
import type { VersionPlan } from '../plan/plan.ts';
import { instancesOf } from '../whose/instance.ts';
import { ownershipOf } from '../whose/ownership.ts';
import { rosterOf } from '../whose/roster.ts';
import type { Work } from '../work.ts';
import { keep, keepEach } from './keep.ts';
import { inTheirPlaces } from './numbers.ts';
import { askedAgain, ownCompletes, questionFor } from './question-for.ts';
import type { Asked, Earned, Evaluation, Stage, TakingPart } from './stage.ts';

/**
 * Steps 2 and 3 for one participant: what was achieved, when, how often, whose it is. Who took part
 * is taken over from another evaluation where the same is known of it.
 */
export function evaluate(
  work: Work,
  admitted: Admitted,
  sight: Sight & Readonly<{ like?: Evaluation }>,
): Evaluation {
  const evaluation = beginEvaluation(work, admitted, sight);
  for (const name of work.order.keys()) evaluateOutcome(evaluation, name, work);
  return evaluation;
}

/** An evaluation that is worked out outcome by outcome, as far as it is asked for. */
export type OpenEvaluation = Evaluation &
  Readonly<{ earned: Earned[]; asked: Asked[]; done: string[] }>;

export function beginEvaluation(
  work: Work,
  admitted: Admitted,
  sight: Sight & Readonly<{ like?: Evaluation }>,
): OpenEvaluation {
  const earned: Earned[] = [];
  const stages: Stage[] = [];
  for (let at = 0; at < work.plan.versions.length; at += 1) {
    stages.push(stageOf({ work, admitted, earned, at }, sight));
  }
  return { stages, earned, asked: [], done: [] };
}

/** Works out an outcome, and before it those on which it rests. */
export function evaluateOutcome(evaluation: OpenEvaluation, name: string, work: Work): void {
  const { stages, earned, asked, done } = evaluation;
  if (done.includes(name)) return;
  for (const needed of work.order.get(name) ?? []) {
    if (done.includes(needed)) continue;
    done.push(needed);
    const before = asked.length;
    for (let at = 0; at < stages.length; at += 1) ask(needed, { work, stages, at, asked });
    const only = asked[before];
    if (only === undefined) continue;
    if (asked.length === before + 1 && !isOfMonths(only)) {
      keepEach(only, { work, stages, found: earned });
      continue;
    }
    const found: Earned[] = [];
    for (const each of byInstance(asked.slice(before))) keep(each, { work, stages, found });
    for (const each of inTheirPlaces(found)) earned.push(each);
  }
}

/** Days are numbered by their month, and those of one month are one line. */
function isOfMonths({ placed }: Asked): boolean {
  return placed.outcome.condition.is === 'each day';
}

/** Whose facts are seen, and under which of the versions. */
type Ground = Readonly<{
  work: Work;
  admitted: Admitted;
  earned: readonly Earned[];
  at: number;
}>;

function stageOf(
  { work, admitted, earned, at }: Ground,
  sight: Sight & Readonly<{ like?: Evaluation }>,
): Stage {
  const version = work.plan.versions[at] as VersionPlan;
  const whole = viewOf(admitted, sight, version.ranks);
  const setAsideOn = setAsideDayOf(whole, version);
  const view =
    setAsideOn === undefined
      ? whole
      : viewOf(admitted, { ...sight, horizon: setAsideOn - 1 }, version.ranks);
  const before = sight.like?.stages[at];
  const isSame = before !== undefined && isSameTakingPart(whole, setAsideOn, before);
  const { roster, everyone, ownership, instances } = isSame
    ? before
    : takingPartOf({ whole, view }, version, work);
  return {
    version,
    view,
    roster,
    everyone,
    ownership,
    instances,
    completes: completesOf(work.completesAt(sight.knownBy), ownCompletes(view)),
    setAsideOn,
    earned,
    askedBefore: isSame ? sight.like?.asked : undefined,
  };
}

function takingPartOf(
  { whole, view }: Readonly<{ whole: View; view: View }>,
  version: VersionPlan,
  { plan }: Work,
): TakingPart {
  const roster = rosterOf(view, plan, version);
  const { attachments: everyone } = view === whole ? roster : rosterOf(whole, plan, version);
  const ownership = ownershipOf(roster.attachments, version.whose);
  return { roster, everyone, ownership, instances: {} };
}

/** Whether the same is known of who took part, where nobody is set aside. */
function isSameTakingPart(view: View, setAsideOn: DayNumber | undefined, like: Stage): boolean {
  if (setAsideOn !== undefined || like.setAsideOn !== undefined) return false;
  const { rows, kinds } = view.admitted;
  assert(like.view.admitted === view.admitted, 'both evaluations are of the same facts');
  const referred = kinds.get('referred');
  const attached = kinds.get('attached');
  const left = kinds.get('left');
  for (let row = 0; row < rows.count; row += 1) {
    const kind = rows.kind[row];
    if (kind !== referred && kind !== attached && kind !== left) continue;
    if (isSeen(rows, row, view) !== isSeen(rows, row, like.view)) return false;
  }
  return true;
}

function completesOf(ofAll: readonly SeenFact[], own: readonly SeenFact[]): readonly SeenFact[] {
  if (own.length === 0) return ofAll;
  return ofAll.length === 0 ? own : [...ofAll, ...own];
}

/** Whoever is set aside is seen up to the day before: nothing after it counts for or against. */
function setAsideDayOf(view: View, { setAsideBy }: VersionPlan): DayNumber | undefined {
  if (setAsideBy.length === 0) return undefined;
  const wanted = { kinds: setAsideBy, states: verifiedOnly, helps: false };
  const [first] = countedFacts(view, wanted);
  return first && firstDay(first.fact);
}

/** Of which stage it is asked, and where the questions are put down. */
type Asking = Readonly<{ work: Work; stages: readonly Stage[]; at: number; asked: Asked[] }>;

/** Asks about an outcome under one version, for each group in which the participant came. */
function ask(name: string, asking: Asking): void {
  const { stages, at, asked } = asking;
  const stage = stages[at] as Stage;
  const { askedBefore } = stage;
  if (askedBefore !== undefined) {
    for (const each of askedBefore) {
      if (each.placed.outcome.name === name && each.at === at) asked.push(again(each, asking));
    }
    return;
  }
  const { attachments } = stage.roster;
  for (const attachment of attachments) {
    const { group } = attachment;
    const first = attachments.find((each) => each.group === group);
    if (first === attachment) askForGroup(name, group, asking);
  }
}

function again(before: Asked, { work, stages, at }: Asking): Asked {
  const { group, placed, instance, question } = before;
  const ground = { plan: work.plan, stage: stages[at] as Stage, instance };
  const now = askedAgain(question, placed, ground);
  return now === question ? before : { at, group, placed, instance, question: now };
}

function askForGroup(name: string, groupName: string, { work, stages, at, asked }: Asking): void {
  const stage = stages[at] as Stage;
  const group = stage.version.groups.get(groupName);
  const placed = group && work.findOutcome(group, name);
  if (group === undefined || placed === undefined) return;
  for (const instance of instancesOf(placed.outcome, stage)) {
    const { scope, attachments } = instance;
    if (scope === 'attachment' && attachments[0]?.group !== groupName) continue;
    const question = questionFor(placed, { plan: work.plan, stage, instance });
    asked.push({ at, group, placed, instance, question });
  }
}

/** The questions about one instance under the terms of different versions and groups. */
function byInstance(questions: readonly Asked[]): readonly (readonly Asked[])[] {
  const instances = new Map<string, Asked[]>();
  for (const asked of questions) {
    const key = `${asked.instance.scope}|${asked.instance.key}`;
    const own = instances.get(key);
    if (own) own.push(asked);
    else instances.set(key, [asked]);
  }
  return [...instances.values()];
}

import type { DayNumber } from '../../calendar/index.ts';
import { firstDay } from '../../facts/index.ts';
import { assert } from '../../problem/index.ts';
import type { Admitted } from '../admit/admitted.ts';
import { countedFacts, verifiedOnly } from '../admit/counted-facts.ts';
import { marksOf } from '../admit/kind-marks.ts';
import type { SeenFact } from '../admit/seen-fact.ts';
import { isSeen, type Sight, type View, viewOf } from '../admit/view.ts';
import type { VersionPlan } from '../plan/plan.ts';
import { instancesOf } from '../whose/instance.ts';
import { ownershipOf } from '../whose/ownership.ts';
import { type Roster, rosterOf } from '../whose/roster.ts';
import type { PlacedGroup, Work } from '../work.ts';
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
  for (let place = 0; place < work.needs.length; place += 1) workOut(evaluation, place);
  return evaluation;
}

/** An evaluation that is worked out outcome by outcome, as far as it is asked for. */
export type OpenEvaluation = Evaluation &
  Readonly<{
    work: Work;
    /** The same as is earned: what is kept is put there. */
    found: Earned[];
    asked: Asked[];
    /** The places of outcomes that have been worked out. */
    done: number[];
  }>;

export function beginEvaluation(
  work: Work,
  admitted: Admitted,
  sight: Sight & Readonly<{ like?: Evaluation }>,
): OpenEvaluation {
  const earned: Earned[] = [];
  // Mostly there is one: a list of one takes less room than one that grows.
  const stages = [stageOf({ work, admitted, earned, at: 0 }, sight)];
  for (let at = 1; at < work.plan.versions.length; at += 1) {
    stages.push(stageOf({ work, admitted, earned, at }, sight));
  }
  return { work, stages, earned, found: earned, asked: [], done: [] };
}

/** Works out the outcome of a place, and before it those on which it rests. */
export function evaluateOutcome(evaluation: OpenEvaluation, place: number): void {
  const { work, done } = evaluation;
  if (done.includes(place)) return;
  for (const needed of work.needs[place] as readonly number[]) {
    if (done.includes(needed)) continue;
    done.push(needed);
    workOut(evaluation, needed);
  }
}

function workOut(evaluation: OpenEvaluation, place: number): void {
  const { work, stages, asked } = evaluation;
  const before = asked.length;
  for (let at = 0; at < stages.length; at += 1) ask(place, at, evaluation);
  const only = asked[before];
  if (only === undefined) return;
  if (asked.length === before + 1 && !isOfMonths(only)) {
    keepEach(only, evaluation);
    return;
  }
  const found: Earned[] = [];
  for (const each of byInstance(asked.slice(before))) keep(each, { work, stages, found });
  for (const each of inTheirPlaces(found)) evaluation.found.push(each);
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
  const { roster, everyone, ownership, groups, instances } = isSame
    ? before
    : takingPartOf({ whole, view }, version, work);
  return {
    version,
    view,
    roster,
    everyone,
    ownership,
    groups,
    instances,
    completes: completesOf(work.completesAt(sight.knownBy), ownCompletes(view)),
    setAsideOn,
    earned,
    askedBefore: isSame ? sight.like?.asked : undefined,
    earnedBefore: isSame ? sight.like?.earned : undefined,
  };
}

function takingPartOf(
  { whole, view }: Readonly<{ whole: View; view: View }>,
  version: VersionPlan,
  work: Work,
): TakingPart {
  const { plan } = work;
  const roster = rosterOf(view, plan, version);
  const { attachments: everyone } = view === whole ? roster : rosterOf(whole, plan, version);
  const ownership = ownershipOf(roster.attachments, version.whose);
  const groups = groupsOf(roster, version, work);
  return { roster, everyone, ownership, groups, instances: {} };
}

/** The groups in which a participant came, each once. */
function groupsOf(
  { attachments }: Roster,
  version: VersionPlan,
  { findGroup }: Work,
): readonly PlacedGroup[] {
  let groups: PlacedGroup[] | undefined;
  for (const attachment of attachments) {
    const group = version.groups.get(attachment.group);
    if (group === undefined) continue;
    const placed = findGroup(group);
    if (groups === undefined) groups = [placed];
    else if (!groups.includes(placed)) groups.push(placed);
  }
  return groups ?? noGroups;
}

const noGroups: readonly PlacedGroup[] = [];

/** Whether the same is known of who took part, where nobody is set aside. */
function isSameTakingPart(view: View, setAsideOn: DayNumber | undefined, like: Stage): boolean {
  if (setAsideOn !== undefined || like.setAsideOn !== undefined) return false;
  const { rows, kinds } = view.admitted;
  assert(like.view.admitted === view.admitted, 'both evaluations are of the same facts');
  const marks = whoCame(kinds);
  for (let row = 0; row < rows.count; row += 1) {
    if (marks[rows.kind[row] as number] === 0) continue;
    if (isSeen(rows, row, view) !== isSeen(rows, row, like.view)) return false;
  }
  return true;
}

const whoCame = marksOf(['referred', 'attached', 'left']);

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

/** Of which stages it is asked, and where the questions are put down. */
type Asking = Readonly<{ work: Work; stages: readonly Stage[]; asked: Asked[] }>;

/** Asks about an outcome under one version, for each group in which the participant came. */
function ask(place: number, at: number, asking: Asking): void {
  const { stages, asked } = asking;
  const { askedBefore, groups } = stages[at] as Stage;
  if (askedBefore === undefined) {
    for (const placed of groups) askForGroup(place, { at, placed }, asking);
    return;
  }
  for (const each of askedBefore) {
    if (each.placed.at === place && each.at === at) asked.push(again(each, asking));
  }
}

function again(before: Asked, { work, stages }: Asking): Asked {
  const { at, group, placed, instance, question } = before;
  if (placed.restsOn === 'people') return before;
  const ground = { plan: work.plan, stage: stages[at] as Stage, instance };
  const now = askedAgain(question, placed, ground);
  return now === question ? before : { at, group, placed, instance, question: now };
}

/** A group in which the participant came, and the place of the version. */
type Came = Readonly<{ at: number; placed: PlacedGroup }>;

function askForGroup(
  place: number,
  { at, placed: { group, outcomes } }: Came,
  { work, stages, asked }: Asking,
): void {
  const placed = outcomes[place];
  if (placed === undefined) return;
  const stage = stages[at] as Stage;
  for (const instance of instancesOf(placed.outcome, stage)) {
    const { scope, attachments } = instance;
    if (scope === 'attachment' && attachments[0]?.group !== group.group) continue;
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

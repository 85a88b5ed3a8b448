import type { DayNumber } from '../../calendar/index.ts';
import { firstDay } from '../../facts/index.ts';
import type { Admitted } from '../admit/admit.ts';
import { countedFacts, verifiedOnly } from '../admit/counted-facts.ts';
import { type SeenFact, type Sight, type View, viewOf } from '../admit/view.ts';
import type { GroupPlan, VersionPlan } from '../plan/plan.ts';
import { areTogether, type Instance, instancesOf } from '../whose/instance.ts';
import { type Ownership, ownershipOf } from '../whose/ownership.ts';
import { type Attachment, type Roster, rosterOf } from '../whose/roster.ts';
import type { PlacedOutcome, Work } from '../work.ts';
import type { First, Question } from './index.ts';
import { keep } from './keep.ts';
import { type Found, inTheirPlaces } from './numbers.ts';
import { ownCompletes, questionFor, type Waiting } from './question-for.ts';

/** One achievement in its place: whose it is, under which terms, and the how-manieth. */
export type Earned = Found & Readonly<{ number: number | string }>;

/** One participant under one version's terms. */
export type Stage = Readonly<{
  version: VersionPlan;
  view: View;
  roster: Roster;
  /** Those who were attached, also where that was after they were set aside. */
  everyone: readonly Attachment[];
  ownership: readonly Ownership[];
  /** Records that a source is complete, of this participant or of all. */
  completes: readonly SeenFact[];
  setAsideOn: DayNumber | undefined;
}>;

/** An outcome that was asked about, with the question or what it waits for. */
export type Asked = Readonly<{
  stage: Stage;
  group: GroupPlan;
  placed: PlacedOutcome;
  instance: Instance;
  question: Question | Waiting;
}>;

export type Evaluation = Readonly<{
  stages: readonly Stage[];
  earned: readonly Earned[];
  asked: readonly Asked[];
}>;

/** Steps 2 and 3 for one participant: what was achieved, when, how often, whose it is. */
export function evaluate(work: Work, admitted: Admitted, sight: Sight): Evaluation {
  const evaluation = beginEvaluation(work, admitted, sight);
  for (const name of work.order.keys()) evaluateOutcome(evaluation, name, work);
  return evaluation;
}

/** An evaluation that is worked out outcome by outcome, as far as it is asked for. */
export type OpenEvaluation = Evaluation &
  Readonly<{ earned: Earned[]; asked: Asked[]; done: Set<string> }>;

export function beginEvaluation(work: Work, admitted: Admitted, sight: Sight): OpenEvaluation {
  const stages = work.plan.versions.map((version) => stageOf(work, admitted, { version, sight }));
  return { stages, earned: [], asked: [], done: new Set() };
}

/** Works out an outcome, and before it those on which it rests. */
export function evaluateOutcome(evaluation: OpenEvaluation, name: string, work: Work): void {
  const { stages, earned, asked, done } = evaluation;
  for (const needed of work.order.get(name) ?? []) {
    if (done.has(needed)) continue;
    done.add(needed);
    const questions = stages.flatMap((stage) => questionsAbout(needed, stage, { work, earned }));
    asked.push(...questions);
    const found = byInstance(questions).flatMap((each) => keep(each, work));
    earned.push(...inTheirPlaces(found));
  }
}

function stageOf(
  work: Work,
  admitted: Admitted,
  { version, sight }: Readonly<{ version: VersionPlan; sight: Sight }>,
): Stage {
  const whole = viewOf(admitted, sight, version.ranks);
  const setAsideOn = setAsideDayOf(whole, version);
  const view =
    setAsideOn === undefined
      ? whole
      : viewOf(admitted, { ...sight, horizon: setAsideOn - 1 }, version.ranks);
  const roster = rosterOf(view, work.plan, version);
  const ownership = ownershipOf(roster.attachments, version.whose);
  const completes = [...work.completesAt(sight.knownBy), ...ownCompletes(view)];
  const { attachments: everyone } = view === whole ? roster : rosterOf(whole, work.plan, version);
  return { version, view, roster, everyone, ownership, completes, setAsideOn };
}

/** Whoever is set aside is seen up to the day before: nothing after it counts for or against. */
function setAsideDayOf(view: View, { setAsideBy }: VersionPlan): DayNumber | undefined {
  if (setAsideBy.length === 0) return undefined;
  const wanted = { kinds: setAsideBy, states: verifiedOnly, helps: false };
  const [first] = countedFacts(view, wanted);
  return first && firstDay(first.fact);
}

function questionsAbout(
  name: string,
  stage: Stage,
  { work, earned }: Readonly<{ work: Work; earned: readonly Earned[] }>,
): readonly Asked[] {
  const { version, roster, ownership } = stage;
  const groups = new Set(roster.attachments.map((each) => each.group));
  return [...groups].flatMap((groupName): readonly Asked[] => {
    const group = version.groups.get(groupName);
    const placed = group && work.findOutcome(group, name);
    if (group === undefined || placed === undefined) return [];
    const instances = instancesOf(placed.outcome, roster, ownership).filter(
      ({ scope, attachments }) => scope !== 'attachment' || attachments[0]?.group === groupName,
    );
    return instances.map((instance) => {
      const findFirst = (other: string) => firstOf(other, instance, earned);
      const ground = { ...stage, plan: work.plan, instance, findFirst };
      return { stage, group, placed, instance, question: questionFor(placed.outcome, ground) };
    });
  });
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

/**
 * The first time an outcome was achieved in the same scope, whoever is paid for it. Where every day
 * counts, that is the first day that did, not the last of its month.
 */
function firstOf(name: string, instance: Instance, earned: readonly Earned[]): First | undefined {
  let first: First | undefined;
  for (const { placed, instance: other, achievement } of earned) {
    if (placed.outcome.name !== name || !areTogether(other, instance)) continue;
    const { from, day, certainOn, month } = achievement;
    const on = month === undefined ? day : from;
    if (first === undefined || on < first.day) {
      first = { day: on, certainOn: certainOn > day ? certainOn : on };
    }
  }
  return first;
}

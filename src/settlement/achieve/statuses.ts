import type { OutcomePlan, VersionPlan } from '../plan/plan.ts';
import type { Attachment } from '../whose/roster.ts';
import { versionInForce } from '../whose/version-in-force.ts';
import type { Work } from '../work.ts';
import { findEvent } from './index.ts';
import type { Asked, Earned, Evaluation, Stage } from './stage.ts';

export type Status = 'achieved' | 'notAchieved' | 'notYetDue' | 'notKnown' | 'setAside';

/** How many outcomes of attachments stand where; a further repeat achieved counts once more. */
export type StatusCounts = Readonly<Record<Status, number>>;

/** The status of one outcome of one attachment, and what it was found from. */
export type Standing = Readonly<{
  attachment: Attachment;
  outcome: OutcomePlan;
  status: Status;
  /** Everything achieved of it. */
  earned: readonly Earned[];
  asked: readonly Asked[];
}>;

/** A participant as the facts are, and as they would be if everything unsure turned out well. */
export type Prospects = Readonly<{
  participant: string;
  today: Evaluation;
  hopeful: Evaluation | undefined;
}>;

/**
 * The first that fits of set aside, achieved, not known, not yet due and not achieved, for each
 * attachment and each outcome of its group. What was achieved before a participant was set aside
 * stays achieved.
 */
export function standingsOf(work: Work, prospects: Prospects): readonly Standing[] {
  const standings: Standing[] = [];
  const whose = { work, prospects };
  eachOutcome(whose, (outcome, attachment) => {
    standings.push(standingOf(outcome, findingFor(attachment, whose)));
  });
  return standings;
}

/** Tells their statuses alone, and how often each was achieved. */
export function tellStatuses(
  work: Work,
  prospects: Prospects,
  tell: (status: Status, times: number) => void,
): void {
  const whose = { work, prospects };
  const { earned } = prospects.today;
  eachOutcome(whose, (outcome, attachment) => {
    let times = 0;
    for (const each of earned) if (isOf(each, attachment, outcome.name)) times += 1;
    if (times > 0) tell('achieved', times);
    else tell(standingOf(outcome, findingFor(attachment, whose)).status, 0);
  });
}

function eachOutcome(
  { work, prospects }: Whose,
  take: (outcome: OutcomePlan, attachment: Attachment) => void,
): void {
  const { stages } = prospects.today;
  const known = stages.length === 1 ? undefined : new Set<string>();
  for (const { everyone } of stages) {
    for (const attachment of everyone) {
      if (known?.has(attachment.id)) continue;
      known?.add(attachment.id);
      for (const outcome of outcomesFor(attachment, work)) take(outcome, attachment);
    }
  }
}

/** Outcomes of the attachment's group under any version that has been in force for it. */
export function outcomesFor(attachment: Attachment, work: Work): readonly OutcomePlan[] {
  const { asAt, bound } = work;
  const plan = bound.planFor(attachment.provider);
  const [only] = plan.versions;
  if (plan.versions.length === 1 && only) {
    return attachment.day <= asAt.trueBy ? outcomesIn(only, attachment) : [];
  }
  const changes = plan.versions.map(({ countsFrom }) => countsFrom);
  const days = [attachment.day, ...changes.filter((day) => day > attachment.day)];
  const outcomes = new Map<string, OutcomePlan>();
  for (const outcome of days.filter((day) => day <= asAt.trueBy)) {
    const version = versionInForce(plan, { attachment: attachment.day, outcome });
    for (const each of outcomesIn(version, attachment)) outcomes.set(each.name, each);
  }
  return [...outcomes.values()];
}

function outcomesIn({ groups }: VersionPlan, { group }: Attachment): readonly OutcomePlan[] {
  return groups.get(group)?.outcomes ?? [];
}

type Whose = Readonly<{ work: Work; prospects: Prospects }>;

/** What the statuses of one attachment's outcomes are found from. */
type Finding = Whose & Readonly<{ attachment: Attachment; stage: Stage | undefined }>;

function findingFor(attachment: Attachment, { work, prospects }: Whose): Finding {
  const days = { attachment: attachment.day, outcome: work.asAt.trueBy };
  const version = versionInForce(work.bound.planFor(attachment.provider), days);
  const stage = prospects.today.stages.find((each) => each.version === version);
  return { attachment, stage, work, prospects };
}

function standingOf(outcome: OutcomePlan, finding: Finding): Standing {
  const { attachment, stage, work, prospects } = finding;
  const { today, hopeful } = prospects;
  const { name } = outcome;
  const earned = earnedOf(attachment, name, today);
  const asked = stage ? askedOf({ attachment, stage }, name, today) : [];
  if (earned.length > 0) return { attachment, outcome, earned, asked, status: 'achieved' };
  if (stage?.setAsideOn !== undefined) {
    return { attachment, outcome, earned, asked, status: 'setAside' };
  }
  const isUnsure =
    hopeful?.earned.some((each) => isOf(each, attachment, name)) ||
    asked.some((each) => isUnread(each, prospects.participant, work));
  if (isUnsure) return { attachment, outcome, earned, asked, status: 'notKnown' };
  const isOpen = asked.some(
    (each) => isStillOpen(each, stage, work) && !hadAllTimes(each, today.earned),
  );
  return { attachment, outcome, earned, asked, status: isOpen ? 'notYetDue' : 'notAchieved' };
}

const nothingEarned: readonly Earned[] = [];

// Most lists are empty, or have one member: those are made as they are.
function earnedOf(attachment: Attachment, name: string, { earned }: Evaluation): readonly Earned[] {
  let own: Earned[] | undefined;
  for (const each of earned) {
    if (!isOf(each, attachment, name)) continue;
    if (own) own.push(each);
    else own = [each];
  }
  return own ?? nothingEarned;
}

const nothingAsked: readonly Asked[] = [];

function askedOf(
  { attachment, stage }: Readonly<{ attachment: Attachment; stage: Stage }>,
  name: string,
  { asked, stages }: Evaluation,
): readonly Asked[] {
  let own: Asked[] | undefined;
  for (const each of asked) {
    if (stages[each.at] !== stage || !isAbout(each, attachment, name)) continue;
    if (own) own.push(each);
    else own = [each];
  }
  return own ?? nothingAsked;
}

function isOf(earned: Earned, attachment: Attachment, name: string): boolean {
  return earned.placed.outcome.name === name && earned.attachment.id === attachment.id;
}

function isAbout(
  { instance, group, placed }: Asked,
  attachment: Attachment,
  name: string,
): boolean {
  return (
    placed.outcome.name === name &&
    group.group === attachment.group &&
    instance.attachments.some(({ id }) => id === attachment.id)
  );
}

/** Whether a row that could not be read may be one that decides. */
function isUnread(
  { placed, question }: Asked,
  participant: string,
  { unread, asAt }: Work,
): boolean {
  if (unread.length === 0) return false;
  const kinds = decidingKinds(placed.outcome);
  const hasBegun = 'waitsFor' in question ? !question.isOver : question.span.first <= asAt.trueBy;
  return (
    hasBegun &&
    unread.some(
      (row) =>
        (row.participant === undefined || row.participant === participant) &&
        (row.kind === undefined || kinds.includes(row.kind)),
    )
  );
}

/** Kinds of fact of which one more could achieve the outcome. */
function decidingKinds({ condition, window }: OutcomePlan): readonly string[] {
  const anchor = window?.anchor.is === 'kind' ? [window.anchor.kind] : [];
  switch (condition.is) {
    case 'happens':
    case 'lasts':
    case 'adds up':
    case 'each day':
    case 'each unit':
      return [...condition.kinds, ...anchor];
    case 'improves':
    case 'scores':
      return [condition.kind, ...anchor];
    case 'absent':
      return ['complete', ...anchor];
    case 'all of':
    case 'any of':
      return anchor;
  }
}

/** Whether it has been achieved as often as it can be, though perhaps in another attachment. */
export function hadAllTimes(
  { placed, instance }: Pick<Asked, 'placed' | 'instance'>,
  earned: readonly Earned[],
): boolean {
  const { name, times, condition } = placed.outcome;
  if (times === 'any' || condition.is === 'each day' || condition.is === 'each unit') return false;
  const had = earned.filter(
    (each) =>
      each.placed.outcome.name === name &&
      !each.isOthers &&
      each.instance.scope === instance.scope &&
      each.instance.key === instance.key,
  );
  return had.length >= times;
}

/**
 * Whether its window, or the programme where it has none, is open after the day asked about. What
 * was not to happen and has happened is decided.
 */
function isStillOpen(
  { placed, question }: Asked,
  stage: Stage | undefined,
  { plan, asAt }: Work,
): boolean {
  if ('waitsFor' in question) return !question.isOver && plan.endsOn > asAt.trueBy;
  const { condition } = placed.outcome;
  const hasHappened =
    condition.is === 'absent' &&
    stage &&
    findEvent({ ...question, condition }, stage) !== undefined;
  if (hasHappened) return false;
  return question.window.last > asAt.trueBy;
}

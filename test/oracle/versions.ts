import type { DayNumber } from '../../src/calendar/index.ts';
import type { WideLimitPlan } from '../../src/settlement/plan/money-plan.ts';
import type { Plan, VersionPlan, WholePlan } from '../../src/settlement/plan/plan.ts';

/** A plan and, of providers of which facts say so, the last version that binds each. */
type SignedPlan = Plan & Readonly<{ signed?: ReadonlyMap<string, number> }>;

/** The plan with what providers have signed. */
export function withSigned(plan: Plan, signed: ReadonlyMap<string, number>): SignedPlan {
  return { ...plan, signed };
}

/** Signed words govern: the plan without the versions that a provider has not signed. */
export function asSignedBy(plan: SignedPlan, provider: string | undefined): Plan {
  const last = plan.signed?.get(provider ?? '');
  if (last === undefined) return plan;
  const versions = plan.versions.filter(({ version }, at) => at === 0 || version <= last);
  return { ...plan, versions };
}

/** Lines of each provider as they are under what it has signed, one provider after another. */
export function byWhatIsSigned<Line extends Readonly<{ provider: string }>>(
  plan: SignedPlan,
  linesUnder: (plan: Plan) => readonly Line[],
): Line[] {
  const { signed = new Map<string, number>() } = plan;
  const usual = linesUnder(plan).filter(({ provider }) => !signed.has(provider));
  const others = [...signed.keys()].flatMap((name) =>
    linesUnder(asSignedBy(plan, name)).filter(({ provider }) => provider === name),
  );
  return [...usual, ...others];
}

/** The version in force on a day, for whatever has no attachment of its own. */
export function versionOn({ versions }: Plan, day: DayNumber): VersionPlan {
  let found = versions[0] as VersionPlan;
  for (const version of versions.slice(1)) if (day >= version.countsFrom) found = version;
  return found;
}

/** What a version says of everything but participants, one list of it; nothing where it is silent. */
export function said<Key extends Lists>(version: VersionPlan, key: Key): WholePlan[Key] {
  return version.whole?.[key] ?? ([] as unknown as WholePlan[Key]);
}

type Lists = Exclude<keyof WholePlan, 'timeliness' | 'ending' | 'attachedHere'>;

/** What a clause covers, so that one of the same name about other outcomes is another clause. */
export function namesIn(outcomes: readonly string[] | undefined): string {
  return outcomes === undefined ? 'all' : [...outcomes].sort().join(' and ');
}

/** Whether a limit over lines of many is over this one. */
export function isNamedBy(
  { per, outcomes }: WideLimitPlan,
  line: Readonly<{ outcome: string; provider: string; group: string | null }>,
): boolean {
  if (outcomes !== undefined && !outcomes.includes(line.outcome)) return false;
  if (per.is === 'provider' && per.provider !== line.provider) return false;
  return per.is !== 'group' || per.group === line.group;
}

/** Each version with each of its sentences of one sort, in order. */
export function* saidByAny<Key extends Lists>(
  { versions }: Plan,
  key: Key,
): Generator<Readonly<{ version: VersionPlan; each: WholePlan[Key][number] }>> {
  for (const version of versions) for (const each of said(version, key)) yield { version, each };
}

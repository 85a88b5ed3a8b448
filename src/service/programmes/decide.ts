import type { Problem, Result } from '../../problem/index.ts';
import {
  decideVersion,
  findVersion,
  getPublishingLimit,
  type VersionState,
  type WholeVersion,
} from '../../store/index.ts';
import type { Work } from '../act/index.ts';
import { actingFor } from './acting-for.ts';
import {
  versionDecidedAlready,
  versionNotThere,
  versionOfOwnWork,
  versionOverLimit,
  versionWithoutLimit,
} from './problems.ts';

/** Which page that was put forward is meant. */
export type WhichVersion = Readonly<{ programme: string; number: number }>;

/** The page that waits to be decided, where it still does. */
export async function findWaiting(work: Work, which: WhichVersion): Promise<Result<WholeVersion>> {
  const version = await findVersion(work.tx, which);
  if (version === undefined) return { ok: false, problems: [versionNotThere()] };
  if (version.state !== 'prepared') {
    return { ok: false, problems: [versionDecidedAlready(version.state)] };
  }
  return { ok: true, value: version };
}

/** Who put a page forward does not decide upon it. */
export function ownWorkProblems(work: Work, { preparedBy }: WholeVersion): readonly Problem[] {
  return preparedBy === actingFor(work).account ? [versionOfOwnWork()] : [];
}

/** Whether the page may pay more than whoever acts may publish. */
export async function limitProblems(
  work: Work,
  { worthUnits, currency }: WholeVersion,
): Promise<readonly Problem[]> {
  const { account, organisation } = actingFor(work);
  const limit = await getPublishingLimit(work.tx, { organisation: organisation.id, account });
  if (limit.units === null || limit.currency === null) return [];
  const most = { units: limit.units, currency: limit.currency };
  if (worthUnits === null) return [versionWithoutLimit(most)];
  const isCovered = limit.currency === currency && worthUnits <= limit.units;
  return isCovered ? [] : [versionOverLimit({ units: worthUnits, currency }, most)];
}

/** Decides upon what waits; of two who decide at once, the second is told what the first did. */
export async function decide(
  work: Work,
  which: WhichVersion,
  { state, reason }: Readonly<{ state: Exclude<VersionState, 'prepared'>; reason?: string }>,
): Promise<Result<null>> {
  const decided = await decideVersion(work.tx, {
    ...which,
    state,
    reason: reason ?? null,
    by: actingFor(work).account,
    at: work.now,
  });
  if (decided) return { ok: true, value: null };
  const now = await findVersion(work.tx, which);
  return { ok: false, problems: [versionDecidedAlready(now?.state ?? 'decided')] };
}

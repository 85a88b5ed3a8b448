import { type Day, dayNumber } from '../../calendar/index.ts';
import { assert } from '../../problem/index.ts';
import { listPublishedVersions, listSignatures, type WholeVersion } from '../../store/index.ts';
import { dayIn, type Work } from '../act/index.ts';
import { findNotForetold } from './foretold/find-not-foretold.ts';
import { pageOfVersion } from './read-text.ts';

/** The published versions of a page as they bind one provider, from the first on. */
export type BoundVersions = Readonly<{
  /**
   * Those that bind it, without a gap: up to the last that it has signed, and those after it that
   * the one before foretold. Signing a version takes in those before it, whose hashes it names.
   */
  binding: readonly WholeVersion[];
  /** Those after them: its people stay on the last that binds until it signs, or leaves. */
  notBinding: readonly WholeVersion[];
}>;

/** Which versions bind a provider: signed words govern. */
export async function versionsFor(
  work: Pick<Work, 'tx' | 'service'>,
  { programme, organisation }: Readonly<{ programme: string; organisation: string }>,
): Promise<BoundVersions> {
  const published = await listPublishedVersions(work.tx, programme);
  const signatures = await listSignatures(work.tx, { programme, organisation });
  return boundBy(work, published, new Set(signatures.map(({ version }) => version)));
}

/** The same of what has been read. `signed` are numbers of versions as they were put forward. */
export function boundBy(
  work: Pick<Work, 'service'>,
  published: readonly WholeVersion[],
  signed: ReadonlySet<number>,
): BoundVersions {
  const lastSigned = published.findLastIndex(({ number }) => signed.has(number));
  let count = lastSigned + 1;
  while (count > 0 && count < published.length && isForetold(work, published, count)) count += 1;
  return { binding: published.slice(0, count), notBinding: published.slice(count) };
}

function isForetold(
  work: Pick<Work, 'service'>,
  published: readonly WholeVersion[],
  at: number,
): boolean {
  const [was, now] = [published[at - 1], published[at]];
  assert(was !== undefined && now !== undefined, 'a later version has one before it');
  const publishedAt = now.decidedAt ?? now.preparedAt;
  return whyNotForetold(work, { was, now, publishedAt }).length === 0;
}

/** Why a version is no change that the one before it foretold, if it is published at a moment. */
export function whyNotForetold(
  { service }: Pick<Work, 'service'>,
  {
    was,
    now,
    publishedAt,
  }: Readonly<{ was: WholeVersion; now: WholeVersion; publishedAt: string }>,
): readonly string[] {
  const day = dayIn(service.store.timeZone, publishedAt) as Day;
  return findNotForetold({
    was: pageOfVersion(was).read.contract,
    now: pageOfVersion(now).read.contract,
    publishedOn: dayNumber(day),
  });
}

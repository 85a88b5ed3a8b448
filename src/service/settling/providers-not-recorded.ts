import { compareTexts } from '../../facts/index.ts';
import { nearest, type Problem } from '../../problem/index.ts';
import type { Plan } from '../../settlement/index.ts';
import { providerNotRecorded } from './problems.ts';

/**
 * Providers whom the page names and no fact does: mostly a slip, so that a limit limits nobody or a
 * sum is paid to nobody. Whoever is only paid may never be recorded, and is told of where another
 * is called nearly the same. Nothing is said before any provider has been recorded.
 */
export function findProvidersNotRecorded(
  plan: Plan,
  recorded: ReadonlySet<string>,
): readonly Problem[] {
  if (recorded.size === 0) return [];
  const inOrder = [...recorded].toSorted(compareTexts);
  const named = new Map([
    ...namedAsPaid(plan).map((name) => [name, false] as const),
    ...namedAsWorking(plan).map((name) => [name, true] as const),
  ]);
  return [...named]
    .filter(([name]) => !recorded.has(name))
    .flatMap(([name, isWorking]) => {
      const like = nearest(name, inOrder);
      return isWorking || like !== undefined ? [providerNotRecorded(name, like)] : [];
    });
}

/** Grants and fees to one provider, and what measures pay to it. */
function namedAsPaid({ versions }: Plan): readonly string[] {
  return versions.flatMap(({ whole }) => [
    ...(whole?.fees ?? []).flatMap(({ to }) => (to.is === 'provider' ? [to.provider] : [])),
    ...(whole?.measurePayments ?? []).flatMap(({ to }) =>
      to.is === 'shares' ? to.shares.map(({ provider }) => provider) : [],
    ),
  ]);
}

/** Limits of one provider, and those whose attachments are attached here. */
function namedAsWorking({ versions }: Plan): readonly string[] {
  return versions.flatMap(({ whole }) => [
    ...(whole?.limits ?? []).flatMap(({ per }) => (per.is === 'provider' ? [per.provider] : [])),
    ...(whole?.attachedHere ?? []).map(({ provider }) => provider),
  ]);
}

import type { Due } from '../due/due.ts';
import { versionInForce } from '../whose/version-in-force.ts';
import type { Work } from '../work.ts';
import type { Counted } from './counted.ts';

/** Why a line goes by another version than the newest of its day, which binds its provider not. */
export function boundBy(due: Due, { plan, bound }: Work): Counted {
  const { provider, version, day, basis } = due;
  const fact = bound.factFor(provider);
  if (fact === undefined) return none;
  const attachment = basis.is === 'outcome' ? basis.draft.earned.attachment.day : day;
  const days = { attachment, outcome: day };
  const newer = versionInForce(plan, days);
  const own = versionInForce(bound.planFor(provider), days);
  if (newer === version || own !== version) return none;
  const sentence =
    `It goes by version ${version.version}: ${provider} is not bound by version ` +
    `${newer.version}, which it has not signed (${fact}).`;
  return { sentences: [sentence], facts: [fact] };
}

const none: Counted = { sentences: [], facts: [] };

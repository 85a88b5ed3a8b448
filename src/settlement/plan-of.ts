import { dayNumber } from '../calendar/index.ts';
import { type Contract, findTerm, forms, hashesOf } from '../contract/index.ts';
import { noPlace, type Problem, type Result } from '../problem/index.ts';
import type { Plan } from './plan.ts';
import { versionPlanOf } from './version-plan-of.ts';

/**
 * Works a contract out to what the engine runs. `contracts` are its versions, in any order, each of
 * which has been read without errors.
 */
export function planOf(contracts: readonly Contract[]): Result<Plan> {
  const ordered = [...contracts].sort((a, b) => numberOf(a) - numberOf(b));
  const problems = ordered.flatMap((contract, at) => chainProblems(contract, ordered[at - 1], at));
  const first = ordered[0];
  const last = ordered.at(-1);
  const start = first && findTerm(first.opening, forms.opening.buys);
  const end = last && findTerm(last.opening, forms.opening.buys);
  if (!first || !last || !start || !end || problems.length > 0) return { ok: false, problems };
  const yearsRunFrom = yearsRunFromOf(first);
  return {
    ok: true,
    value: {
      currency: start.currency,
      payer: end.commissioner,
      startsOn: dayNumber(start.from),
      endsOn: dayNumber(end.to),
      ...(yearsRunFrom ? { yearsRunFrom } : {}),
      versions: ordered.map((contract) => versionPlanOf(contract)),
    },
  };
}

function numberOf(contract: Contract): number {
  return findTerm(contract.opening, forms.opening.version)?.number ?? 1;
}

function yearsRunFromOf(contract: Contract): Plan['yearsRunFrom'] {
  const start = findTerm(contract.opening, forms.opening.yearsRun)?.start;
  return start ? { month: Number(start.slice(0, 2)), day: Number(start.slice(3)) } : undefined;
}

/** Each version is one more than the one before it, names its hash, and counts from a later day. */
function chainProblems(contract: Contract, before: Contract | undefined, at: number): Problem[] {
  const version = findTerm(contract.opening, forms.opening.version);
  const number = version?.number ?? 1;
  const problem = (code: string, message: string, help: string): Problem => ({
    code,
    severity: 'error',
    at: noPlace(contract.title),
    message,
    help,
  });
  if (number !== at + 1) {
    return [
      problem(
        'version.missing',
        `Version ${at + 1} is missing: the versions given go on with ${number}.`,
        'Give every version of the contract, from the first on, each once.',
      ),
    ];
  }
  if (!version || !before) return [];
  const found: Problem[] = [];
  if (version.replaces !== hashesOf(before).contract) {
    found.push(
      problem(
        'version.replaces_another',
        `Version ${number} replaces ${version.replaces}, and version ${number - 1} has another hash.`,
        `Write the hash of version ${number - 1} as "outturn check" gives it: ${hashesOf(before).contract}.`,
      ),
    );
  }
  const earlier = findTerm(before.opening, forms.opening.version)?.from;
  const start = findTerm(before.opening, forms.opening.buys)?.from;
  if (version.from <= (earlier ?? start ?? '')) {
    found.push(
      problem(
        'version.not_later',
        `Version ${number} counts from ${version.from}, no later than the one that it replaces.`,
        'Let each version count from a later day than the one before it.',
      ),
    );
  }
  return found;
}

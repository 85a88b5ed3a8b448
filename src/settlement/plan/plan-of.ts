import { dayNumber } from '../../calendar/index.ts';
import { type Contract, findTerm, forms, hashesOf } from '../../contract/index.ts';
import { noPlace, type Problem, type Result } from '../../problem/index.ts';
import type { Plan } from './plan.ts';
import { versionPlanOf } from './version-plan-of.ts';

/**
 * Works a contract out to what the engine runs. `contracts` are its versions, in any order, each of
 * which has been read without errors.
 */
export function planOf(contracts: readonly Contract[]): Result<Plan> {
  const ordered = [...contracts].sort((a, b) => numberOf(a) - numberOf(b));
  const problems = ordered.flatMap((contract, at) => chainProblems(contract, ordered[at - 1]));
  const first = ordered[0];
  const last = ordered.at(-1);
  const start = first && findTerm(first.opening, forms.opening.buys);
  const end = last && findTerm(last.opening, forms.opening.buys);
  if (!first || !last || !start || !end || problems.length > 0) return { ok: false, problems };
  const yearsRunFrom = yearsRunFromOf(first);
  const days = {
    startsOn: dayNumber(start.from),
    endsOn: dayNumber(end.to),
    ...(yearsRunFrom ? { yearsRunFrom } : {}),
  };
  return {
    ok: true,
    value: {
      currency: start.currency,
      payer: end.commissioner,
      ...days,
      versions: ordered.map((contract) => versionPlanOf(contract, days)),
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

/**
 * Each version is one more than the one before it, names its hash, counts from a later day, and
 * keeps what cannot change under those it already binds: currency, first day and groups.
 */
function chainProblems(contract: Contract, before: Contract | undefined): Problem[] {
  const number = numberOf(contract);
  const last = before ? numberOf(before) : 0;
  if (number === last) return [versionTwice(contract, number)];
  if (number !== last + 1) return [versionMissing(contract, last + 1)];
  if (!before) return [];
  return [...replacedProblems(contract, before), ...keptProblems(contract, before)];
}

type Said = Readonly<{ code: string; message: string; help: string }>;

function problemOf({ title }: Contract, said: Said): Problem {
  return { severity: 'error', at: noPlace(title), ...said };
}

function versionTwice(contract: Contract, number: number): Problem {
  return problemOf(contract, {
    code: 'version.given_twice',
    message: `Two of the pages given are both version ${number}.`,
    help: 'Give each version once.',
  });
}

function versionMissing(contract: Contract, wanted: number): Problem {
  return problemOf(contract, {
    code: 'version.missing',
    message: `Version ${wanted} is missing: the versions given go on with ${numberOf(contract)}.`,
    help: 'Give every version of the contract, from the first on, each once.',
  });
}

function replacedProblems(contract: Contract, before: Contract): Problem[] {
  const version = findTerm(contract.opening, forms.opening.version);
  if (!version) return [];
  const { number, replaces, from } = version;
  const { contract: hash } = hashesOf(before);
  const found: Problem[] = [];
  if (replaces !== hash) {
    found.push(
      problemOf(contract, {
        code: 'version.replaces_another',
        message: `Version ${number} replaces ${replaces}, and the version before it is ${hash}.`,
        help: `Write the hash of version ${number - 1} as "outturn check" gives it.`,
      }),
    );
  }
  const earlier = findTerm(before.opening, forms.opening.version)?.from;
  const start = findTerm(before.opening, forms.opening.buys)?.from;
  if (from <= (earlier ?? start ?? '')) {
    found.push(
      problemOf(contract, {
        code: 'version.not_later',
        message: `Version ${number} counts from ${from}, no later than the one that it replaces.`,
        help: 'Let each version count from a later day than the one before it.',
      }),
    );
  }
  return found;
}

function keptProblems(contract: Contract, before: Contract): Problem[] {
  const now = findTerm(contract.opening, forms.opening.buys);
  const then = findTerm(before.opening, forms.opening.buys);
  const found: Problem[] = [];
  if (now && then && (now.currency !== then.currency || now.from !== then.from)) {
    found.push(
      problemOf(contract, {
        code: 'version.changes_what_is_fixed',
        message:
          `Version ${numberOf(contract)} is in ${now.currency} from ${now.from}, ` +
          `and the version before it in ${then.currency} from ${then.from}.`,
        help: 'Keep the currency and the first day, or begin a contract of its own.',
      }),
    );
  }
  const groups = new Set(contract.people.groups.map(({ name }) => name));
  const lost = before.people.groups.find(({ name }) => !groups.has(name));
  if (lost) {
    found.push(
      problemOf(contract, {
        code: 'version.leaves_a_group_out',
        message:
          `Version ${numberOf(contract)} has no group "${lost.name}", ` +
          'and those attached in it could earn nothing more.',
        help: 'Keep the group under its name; a new one may stand beside it.',
      }),
    );
  }
  return found;
}

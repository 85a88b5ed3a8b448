import Type, { type Static } from 'typebox';
import type { TriedExample } from '../../cases/index.ts';
import { formatMajor } from '../../money/index.ts';
import type { Problem } from '../../problem/index.ts';
import { isError } from '../pages/check-pages.ts';
import { type CheckedText, isWithoutErrors } from './check-text.ts';
import { moreProblems } from './problems.ts';
import {
  dayShape,
  hashShape,
  listOf,
  moneyShape,
  nothingElse,
  problemShape,
  versionShape,
} from './shapes.ts';

const exampleShape = Type.Object(
  {
    title: Type.String(),
    passed: Type.Boolean(),
    /** What it says that is paid, and what the terms pay. */
    says: moneyShape,
    pays: moneyShape,
    /** Where the two differ, in words. */
    differences: listOf(Type.String()),
    /** Why each line is what it is, a paragraph each. */
    reasons: listOf(listOf(Type.String())),
  },
  nothingElse,
);

/** What is answered when a page is checked. */
export const checkedShape = Type.Object(
  {
    problems: listOf(problemShape),
    examples: listOf(exampleShape),
    /** Whether nothing stands in the way of putting it forward, so far as the page goes. */
    isWithoutErrors: Type.Boolean(),
    /** Whether it says word for word what the version in force says. */
    isInForce: Type.Boolean(),
    version: versionShape,
    countsFrom: Type.Optional(dayShape),
    currency: Type.Optional(Type.String()),
    worth: Type.Optional(moneyShape),
    contractHash: Type.Optional(hashShape),
    pageHash: Type.Optional(hashShape),
    /** The page as it prints; absent while it has errors of its own. */
    tidy: Type.Optional(Type.String()),
  },
  nothingElse,
);

export type CheckedGiven = Static<typeof checkedShape>;

/** What was found of a page, as it is given. */
export function checkedGiven(checked: CheckedText): CheckedGiven {
  const { page, worth, countsFrom, tidy } = checked;
  const { contract, page: pageHash } = page.hashes;
  const problems = fewProblems(checked.problems);
  return {
    problems,
    examples: examplesGiven(checked.examples),
    isWithoutErrors: isWithoutErrors({ problems }),
    isInForce: checked.isInForce,
    version: checked.version,
    ...(countsFrom === undefined ? {} : { countsFrom }),
    ...(worth === undefined
      ? {}
      : { currency: worth.currency, worth: formatMajor(worth.units, worth.currency) }),
    ...(contract === null ? {} : { contractHash: contract }),
    ...(pageHash === null ? {} : { pageHash }),
    ...(tidy === undefined ? {} : { tidy }),
  };
}

/** What is given of a page that could not be checked: why not. */
export function notChecked(
  problems: readonly Problem[],
  published: readonly unknown[],
): CheckedGiven {
  const version = published.length + 1;
  return { problems, examples: [], isWithoutErrors: false, isInForce: false, version };
}

// Nobody reads more of one page, and an answer without an end would hold everybody else up.
const problemsMax = 200;
const differencesMax = 50;
const reasonsMax = 1000;

/** Errors before warnings, where there are too many, and what is given as it stands on the page. */
function fewProblems(problems: readonly Problem[]): readonly Problem[] {
  const [errors, warnings] = [problems.filter(isError), problems.filter((each) => !isError(each))];
  const left = new Set([...errors, ...warnings].slice(problemsMax));
  const given = problems.filter((each) => !left.has(each));
  const [first] = left;
  return first === undefined ? given : [...given, moreProblems(left.size, first.at)];
}

/** Examples with their reasons, as far as all of these are not too many. */
function examplesGiven(examples: readonly TriedExample[]): CheckedGiven['examples'] {
  let room = reasonsMax;
  return examples.map(({ expected, actual, currency, ...example }) => {
    const given = {
      title: example.title,
      passed: example.passed,
      says: formatMajor(expected, currency),
      pays: formatMajor(actual, currency),
      differences: upTo(example.differences, differencesMax, (left) => `${left} more of this kind`),
      reasons: upTo(example.reasons, room, (left) => [`The reasons of ${left} more follow.`]),
    };
    room = Math.max(0, room - given.reasons.length);
    return given;
  });
}

function upTo<Each>(
  all: readonly Each[],
  most: number,
  more: (left: number) => Each,
): readonly Each[] {
  return all.length <= most ? all : [...all.slice(0, most), more(all.length - most)];
}

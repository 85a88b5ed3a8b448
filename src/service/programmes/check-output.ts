import Type from 'typebox';
import type { TriedExample } from '../../cases/index.ts';
import { formatMajor } from '../../money/index.ts';
import { type CheckedText, isWithoutErrors } from './check-text.ts';
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

export function checkedGiven(checked: CheckedText) {
  const { page, worth, countsFrom, tidy } = checked;
  const { contract, page: pageHash } = page.hashes;
  return {
    problems: checked.problems,
    examples: checked.examples.map(exampleGiven),
    isWithoutErrors: isWithoutErrors(checked),
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

function exampleGiven({ expected, actual, currency, ...example }: TriedExample) {
  return {
    title: example.title,
    passed: example.passed,
    says: formatMajor(expected, currency),
    pays: formatMajor(actual, currency),
    differences: example.differences,
    reasons: example.reasons,
  };
}

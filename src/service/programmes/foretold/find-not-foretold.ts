import {
  type DayNumber,
  dayNumber,
  findLastDayOf,
  formatDate,
  formatLength,
  type Length,
  workingDaysOf,
} from '../../../calendar/index.ts';
import {
  type Contract,
  canonicalTerms,
  findTerm,
  forms,
  type Term,
  termsOf,
} from '../../../contract/index.ts';
import { isReviewDay, type ReviewName } from './review-days.ts';
import { withAddedLeftOut } from './with-added-left-out.ts';
import { withPricesBack } from './with-prices-back.ts';
import { withinBound } from './within-bound.ts';

/** A version in force, the next one, and the day on which that was published. */
export type NextVersion = Readonly<{ was: Contract; now: Contract; publishedOn: DayNumber }>;

/** What a page allows to change: at which reviews, after which notice. */
type Allowance = Readonly<{ at: ReviewName; notice: Length }>;

/**
 * Why a later version is not a change that the one in force foretold, a sentence each; none where
 * it is: within the bounds, on the day of a review and after the notice that the page says. Such a
 * change binds those who have signed; any other binds those alone who sign it.
 */
export function findNotForetold(next: NextVersion): readonly string[] {
  const { was, now } = next;
  const prices = withPricesBack(was, now);
  const sum = withSumBack(was, prices.contract);
  const added = withAddedLeftOut(was, sum.contract);
  const used = [...prices.used, ...sum.used, ...added.used];
  const isOtherwise = termsBesideVersion(added.contract) !== termsBesideVersion(was);
  return [
    ...(isOtherwise ? [otherwise] : []),
    ...used.flatMap((allowance) => notInTime(allowance, next)),
    ...wrongReach(next),
  ].filter((reason, at, all) => all.indexOf(reason) === at);
}

const otherwise = 'It changes more than the version in force says may change, or by more.';

/** The terms without the sentence that says which version they are. */
function termsBesideVersion(contract: Contract): string {
  const opening = contract.opening.filter(({ form }) => form !== forms.opening.version.name);
  return canonicalTerms({ ...contract, opening });
}

type Back = Readonly<{ contract: Contract; used: readonly Allowance[] }>;

function withSumBack(was: Contract, now: Contract): Back {
  const [before, after] = [was, now].map(({ opening }) => findTerm(opening, forms.opening.spends));
  const allowed = findTerm(was.sections.learning ?? [], forms.learning.sumMayMove);
  const isSame = before === undefined || after === undefined || before.most === after.most;
  if (isSame || allowed === undefined) return { contract: now, used: [] };
  if (!withinBound(before.most, after.most, allowed.most)) return { contract: now, used: [] };
  const back = (term: Term): Term => (term.form === before.form ? before : term);
  return {
    contract: { ...now, opening: now.opening.map(back) },
    used: [{ at: allowed.review, notice: allowed.notice }],
  };
}

function notInTime({ at, notice }: Allowance, { was, now, publishedOn }: NextVersion): string[] {
  const from = findTerm(now.opening, forms.opening.version)?.from;
  if (from === undefined) return [];
  const day = dayNumber(from);
  const place = findTerm(was.opening, forms.opening.workingDays)?.place;
  const working = place === undefined ? undefined : workingDaysOf(place);
  const earliest = findLastDayOf(publishedOn + 1, notice, working);
  const isTooSoon = earliest === undefined || day < earliest;
  return [
    ...(isReviewDay(was, at, day) ? [] : [`${formatDate(day)} is no day of a ${at} of the page.`]),
    ...(isTooSoon ? [`It counts before ${formatLength(notice)} of notice have passed.`] : []),
  ];
}

function wrongReach({ was, now }: NextVersion): readonly string[] {
  const version = findTerm(now.opening, forms.opening.version);
  const said = termsOf(was.sections.learning ?? [], forms.learning.changesCountFor);
  return said.flatMap((term) => {
    const wanted = term.for === 'new attachments' ? 'attachments' : 'outcomes';
    if (version === undefined || version.for === wanted) return [];
    return [`It counts for ${version.for}, and changes count for ${term.for} alone.`];
  });
}

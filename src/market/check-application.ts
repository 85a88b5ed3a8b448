import { type Day, parseDay } from '../calendar/index.ts';
import {
  compareFractions,
  type Money,
  one,
  parseMoneyText,
  parsePercent,
  round,
  usualRounding,
  zero,
} from '../money/index.ts';
import type { Problem } from '../problem/index.ts';
import type { DocumentAnswer, JoiningAnswers } from './application.ts';
import { checkIdentity } from './check-identity.ts';
import type { JoiningField, JoiningForm } from './joining-form.ts';
import {
  answerMissing,
  answerOfOtherKind,
  answerUnasked,
  choiceNotOffered,
  discountOutOfRange,
  documentExpired,
  expiryNotDay,
  fileNotHash,
  notAffirmed,
  numberNotWhole,
  pageChanged,
  sumBelowPage,
  sumNotMoney,
  textTooLong,
} from './problems.ts';

/**
 * Every problem of an application, field by field in the order of the form. One without a problem
 * shows all that the page asks for; whether what it shows is true is for whoever decides.
 */
export function checkApplication(
  form: JoiningForm,
  answers: JoiningAnswers,
  today: Day,
): readonly Problem[] {
  const names = new Set(form.fields.map(({ name }) => name));
  const unasked = Object.keys(answers).filter((name) => !names.has(name));
  return [
    ...form.fields.flatMap((field) => checkField(field, answers[field.name], today)),
    ...checkIdentity(form, answers),
    ...unasked.map(answerUnasked),
  ];
}

function checkField(
  field: JoiningField,
  answer: string | DocumentAnswer | undefined,
  today: Day,
): readonly Problem[] {
  const isEmpty = answer === undefined || (typeof answer === 'string' && answer.trim() === '');
  if (isEmpty) return field.required ? [emptyAnswer(field)] : [];
  if ((typeof answer === 'object') !== (field.kind === 'document')) {
    return [answerOfOtherKind(field)];
  }
  return typeof answer === 'object'
    ? checkDocument(field, answer, today)
    : checkText(field, answer.trim());
}

/** An unticked box is a condition that is not affirmed, not a field that was overlooked. */
function emptyAnswer(field: JoiningField): Problem {
  return field.kind === 'yes' && field.agrees === undefined
    ? notAffirmed(field)
    : answerMissing(field);
}

function checkText(field: JoiningField, written: string): readonly Problem[] {
  if (written.length > 500) return [textTooLong(field, written.length)];
  switch (field.kind) {
    case 'number':
      return /^(?:[1-9]\d{0,5}|1000000)$/.test(written) ? [] : [numberNotWhole(field, written)];
    case 'percent':
      return checkPercent(field, written);
    case 'money':
      return checkSum(field, written);
    case 'choice':
      return field.choices?.includes(written) === true ? [] : [choiceNotOffered(field, written)];
    case 'yes':
      return checkYes(field, written);
    // Numbers in registers are checked together with the register that is named.
    case 'company_number':
    case 'charity_number':
    case 'text':
    case 'document':
      return [];
  }
}

function checkPercent(field: JoiningField, written: string): readonly Problem[] {
  const share = parsePercent(written);
  const isShare =
    share !== undefined && compareFractions(share, zero) >= 0 && compareFractions(share, one) <= 0;
  return isShare ? [] : [discountOutOfRange(field, written)];
}

function checkSum(field: JoiningField, written: string): readonly Problem[] {
  const { least } = field;
  if (least === undefined) return [];
  const units = parseMoneyText(written, least.currency);
  if (units === undefined) return [sumNotMoney(field, written, least)];
  const sum: Money = { units: round(units, usualRounding), currency: least.currency };
  return sum.units < least.units ? [sumBelowPage(field, sum, least)] : [];
}

function checkYes(field: JoiningField, written: string): readonly Problem[] {
  if (field.agrees !== undefined) return written === field.agrees ? [] : [pageChanged(field)];
  return written === 'yes' ? [] : [notAffirmed(field)];
}

function checkDocument(
  field: JoiningField,
  { file, expiresOn = '' }: DocumentAnswer,
  today: Day,
): readonly Problem[] {
  const handedIn = /^(?:sha256:)?[0-9a-f]{64}$/.test(file) ? [] : [fileNotHash(field)];
  const written = expiresOn.trim();
  if (written === '' && field.expires !== true) return handedIn;
  if (parseDay(written) === undefined) return [...handedIn, expiryNotDay(field, written)];
  const last = written as Day;
  return last < today ? [...handedIn, documentExpired(field, last, today)] : handedIn;
}

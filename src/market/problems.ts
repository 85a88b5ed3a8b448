import type { Day } from '../calendar/index.ts';
import { formatMoney, type Money } from '../money/index.ts';
import { noPlace, type Place, type Problem, shownText } from '../problem/index.ts';
import type { JoiningField } from './joining-form.ts';
import type { Register } from './registers.ts';

function inField(field: string): Place {
  return { ...noPlace(), field };
}

function shown(written: string): string {
  return `"${shownText(written.length > 40 ? `${written.slice(0, 39)}…` : written)}"`;
}

export function answerMissing({ name, label }: JoiningField): Problem {
  return {
    code: 'application.answer_missing',
    severity: 'error',
    at: inField(name),
    message: `"${label}" is empty, and the page asks for it.`,
    help: 'Fill it in.',
  };
}

export function answerUnasked(name: string): Problem {
  return {
    code: 'application.answer_not_asked_for',
    severity: 'error',
    at: inField(name),
    message: `The form of this page has no field ${shown(name)}.`,
    help: 'Take the answer away.',
  };
}

export function answerOfOtherKind({ name, label, kind }: JoiningField): Problem {
  const wanted = kind === 'document' ? 'a document' : 'words, not a document';
  return {
    code: 'application.answer_of_other_kind',
    severity: 'error',
    at: inField(name),
    message: `"${label}" asks for ${wanted}.`,
    help: kind === 'document' ? 'Hand in the document itself.' : 'Write the answer.',
  };
}

export function numberNotWhole({ name, label }: JoiningField, written: string): Problem {
  return {
    code: 'application.number_not_whole',
    severity: 'error',
    at: inField(name),
    message: `"${label}" is ${shown(written)}, and must be a whole number from 1 to 1,000,000.`,
    help: 'Write it in digits, as in 25.',
  };
}

export function discountOutOfRange({ name }: JoiningField, written: string): Problem {
  return {
    code: 'application.discount_out_of_range',
    severity: 'error',
    at: inField(name),
    message: `The discount ${shown(written)} is not from 0% to 100%.`,
    help: 'Write a percentage, as in 5% or 12.5%.',
  };
}

export function sumNotMoney({ name }: JoiningField, written: string, least: Money): Problem {
  return {
    code: 'application.sum_not_money',
    severity: 'error',
    at: inField(name),
    message: `${shown(written)} is not a sum of money in the currency of the page.`,
    help: `Write it as in ${formatMoney(least)}.`,
  };
}

export function sumBelowPage({ name }: JoiningField, sum: Money, least: Money): Problem {
  return {
    code: 'application.sum_below_the_page',
    severity: 'error',
    at: inField(name),
    message: `The sum insured is ${formatMoney(sum)}, and the page asks for ${formatMoney(least)}.`,
    help: 'Raise the cover, and apply with the new certificate on any day.',
  };
}

export function choiceNotOffered({ name, label, choices = [] }: JoiningField, written: string) {
  return {
    code: 'application.choice_not_offered',
    severity: 'error',
    at: inField(name),
    message: `"${label}" is ${shown(written)}, which is none of: ${choices.join(', ')}.`,
    help: 'Choose one of them.',
  } satisfies Problem;
}

export function notAffirmed({ name, hint }: JoiningField): Problem {
  return {
    code: 'application.condition_not_affirmed',
    severity: 'error',
    at: inField(name),
    message: `It is not affirmed so far: "${hint}"`,
    help: 'Say yes if it is so; if it is not, apply once it is.',
  };
}

export function pageChanged({ name, agrees = '' }: JoiningField): Problem {
  return {
    code: 'application.page_changed',
    severity: 'error',
    at: inField(name),
    message: `The agreement names another page than the one that stands, which is ${agrees}.`,
    help: 'Read the page as it stands now, and agree to it.',
  };
}

export function fileNotHash({ name }: JoiningField): Problem {
  return {
    code: 'application.document_not_handed_in',
    severity: 'error',
    at: inField(name),
    message: 'The document is not named by the hash under which it was handed in.',
    help: 'Hand in the document again.',
  };
}

export function expiryNotDay({ name, label }: JoiningField, written: string): Problem {
  return {
    code: 'application.expiry_not_a_day',
    severity: 'error',
    at: inField(name),
    message:
      written === ''
        ? `"${label}" needs the last day on which it holds.`
        : `The last day of "${label}" is ${shown(written)}, which is no day.`,
    help: 'Write the day as in 2027-03-31.',
  };
}

export function documentExpired({ name, label }: JoiningField, last: Day, today: Day): Problem {
  return {
    code: 'application.document_expired',
    severity: 'error',
    at: inField(name),
    message: `"${label}" held until ${last}, and today is ${today}.`,
    help: 'Hand in the document that holds now.',
  };
}

export function numberNotPlausible(field: string, written: string, register: Register): Problem {
  return {
    code: 'application.number_not_of_the_register',
    severity: 'error',
    at: inField(field),
    message: `${shown(written)} is no number of ${register.name}: those are ${register.says}.`,
    help: 'Copy the number from the register.',
  };
}

export function numberUnreadable(field: string, written: string): Problem {
  return {
    code: 'application.number_without_digits',
    severity: 'error',
    at: inField(field),
    message: `${shown(written)} holds neither a digit nor a letter.`,
    help: 'Copy the number from the register.',
  };
}

export function registerMissing(field: string): Problem {
  return {
    code: 'application.register_missing',
    severity: 'error',
    at: inField(field),
    message: 'A number is given without the register in which it stands.',
    help: 'Name the register in full.',
  };
}

export function bodyNotRegistered(field: string, body: string): Problem {
  return {
    code: 'application.body_without_number',
    severity: 'error',
    at: inField(field),
    message: `A ${body} stands in a register, and no number in one is given.`,
    help: 'Give the number and the register.',
  };
}

export function textTooLong({ name, label }: JoiningField, length: number): Problem {
  return {
    code: 'application.answer_too_long',
    severity: 'error',
    at: inField(name),
    message: `"${label}" has ${length} characters, and may have 500.`,
    help: 'Say it in fewer words.',
  };
}

export function reasonsMissing(): Problem {
  return {
    code: 'decision.without_reason',
    severity: 'error',
    at: inField('reasons'),
    message: 'The refusal names no condition of the page, and must name at least one.',
    help: 'Name each condition that is not met, and say why.',
  };
}

export function conditionUnknown(field: string, condition: string): Problem {
  return {
    code: 'decision.not_a_condition',
    severity: 'error',
    at: inField(field),
    message: `${shown(condition)} is no condition of joining on this page.`,
    help: 'Decide by the conditions of the page alone, and admit the provider if it meets them.',
  };
}

export function conditionTwice(field: string, condition: string): Problem {
  return {
    code: 'decision.condition_twice',
    severity: 'error',
    at: inField(field),
    message: `The condition ${shown(condition)} is named more than once.`,
    help: 'Give all its reasons in one place.',
  };
}

export function reasonEmpty(field: string, condition: string): Problem {
  return {
    code: 'decision.reason_empty',
    severity: 'error',
    at: inField(field),
    message: `Nothing says why the condition ${shown(condition)} is not met.`,
    help: 'Say in a sentence what was shown and what the page asks for.',
  };
}

export function reasonOnAdmission(): Problem {
  return {
    code: 'decision.admitted_with_reasons',
    severity: 'error',
    at: inField('reasons'),
    message: 'The provider is admitted, and reasons to refuse it are given.',
    help: 'Take the reasons away, or refuse.',
  };
}

export function stepOutOfTurn(step: string, state: string): Problem {
  return {
    code: 'provider.step_out_of_turn',
    severity: 'error',
    at: inField('step'),
    message: `The step "${step}" is not open to a provider that is ${state}.`,
    help: 'Look at the provider as it stands now, and choose another step.',
  };
}

export function stepTooEarly(step: string, on: Day, first: Day): Problem {
  return {
    code: 'provider.step_too_early',
    severity: 'error',
    at: inField('on'),
    message: `The step "${step}" on ${on} comes before ${first}, the first day for it.`,
    help: `Take it on ${first} or later.`,
  };
}

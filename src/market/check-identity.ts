import type { Problem } from '../problem/index.ts';
import type { JoiningAnswers } from './application.ts';
import { findRegister, isPlausibleNumber } from './find-register.ts';
import type { JoiningForm } from './joining-form.ts';
import {
  bodyNotRegistered,
  numberNotPlausible,
  numberUnreadable,
  registerMissing,
} from './problems.ts';

const numbers = [
  { field: 'company_number', register: 'company_register', holds: 'companies' },
  { field: 'charity_number', register: 'charity_register', holds: 'charities' },
] as const;

/**
 * Whether the numbers fit the registers named, and the kind of body has a number. A charity has one
 * as a charity, a company as a company, a mutual and a social enterprise either; a public body is
 * made by law and needs none.
 */
export function checkIdentity(form: JoiningForm, answers: JoiningAnswers): readonly Problem[] {
  const asked = form.fields.find(({ name }) => name === 'body');
  const body = textOf(answers, 'body');
  const given = numbers.filter(({ field }) => textOf(answers, field) !== '');
  const isShort =
    asked?.restsOn !== undefined &&
    lacksNumber(
      body,
      given.map(({ field }) => field),
    );
  const missing = numberOf(body);
  return [
    ...(isShort ? [bodyNotRegistered(missing, body)] : []),
    ...given.flatMap((number) => checkNumber(number, answers)),
  ];
}

function lacksNumber(body: string, given: readonly string[]): boolean {
  switch (body) {
    case 'charity':
      return !given.includes('charity_number');
    case 'company':
      return !given.includes('company_number');
    case 'mutual':
    case 'social enterprise':
      return given.length === 0;
    default:
      return false;
  }
}

function numberOf(body: string): string {
  return body === 'charity' ? 'charity_number' : 'company_number';
}

function checkNumber(
  { field, register, holds }: (typeof numbers)[number],
  answers: JoiningAnswers,
): readonly Problem[] {
  const named = textOf(answers, register);
  const written = textOf(answers, field);
  if (named === '') return [registerMissing(register)];
  const known = findRegister(named, holds);
  if (isPlausibleNumber(written, known)) return [];
  return [known ? numberNotPlausible(field, written, known) : numberUnreadable(field, written)];
}

function textOf(answers: JoiningAnswers, name: string): string {
  const answer = answers[name];
  return typeof answer === 'string' ? answer.trim() : '';
}

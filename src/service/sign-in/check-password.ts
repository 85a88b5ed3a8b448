import type { Problem } from '../../problem/index.ts';
import { isGuessedFirst } from './guessed-first.ts';
import {
  passwordLikeEmail,
  passwordTooCommon,
  passwordTooLong,
  passwordTooShort,
} from './problems.ts';

const lengthMin = 12;
const lengthMax = 200;

/**
 * What is wrong with a password that somebody wants: its length, and that others would try it
 * first. No mixture of signs is asked for: it makes passwords worse (NIST SP 800-63B, 5.1.1.2).
 */
export function checkPassword(password: string, email: string): readonly Problem[] {
  const length = [...password].length;
  if (length < lengthMin) return [passwordTooShort(length, lengthMin)];
  if (length > lengthMax) return [passwordTooLong(length, lengthMax)];
  if (isLike(password, email)) return [passwordLikeEmail()];
  return isGuessedFirst(password) ? [passwordTooCommon()] : [];
}

function isLike(password: string, email: string): boolean {
  const plain = password.toLowerCase();
  return plain === email || (plain.includes(email.split('@')[0] ?? email) && plain.length < 20);
}

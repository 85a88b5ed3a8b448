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

const nameMin = 4;
const restMin = 8;

/**
 * Whether the name before the @ is most of it: few letters stand beside it. A short name, as in
 * jo@, stands in many words, and counts where it is a word of its own.
 */
function isLike(password: string, email: string): boolean {
  const plain = password.toLowerCase();
  const name = email.toLowerCase().split('@')[0] ?? '';
  if (plain === email.toLowerCase()) return true;
  const parts = plain.split(name);
  if (name === '' || parts.length === 1) return false;
  const isWord = parts.some(
    (part, at) => at > 0 && !/\p{L}$/u.test(parts[at - 1] ?? '') && !/^\p{L}/u.test(part),
  );
  const rest = parts.join('').replaceAll(/\P{L}/gu, '');
  return rest.length < restMin && (isWord || name.length >= nameMin);
}

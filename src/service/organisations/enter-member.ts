import { randomUUID } from 'node:crypto';
import type { Problem, Result } from '../../problem/index.ts';
import {
  addAccount,
  addMember,
  findAccountByEmail,
  giveDuty,
  setPassword,
} from '../../store/accounts/index.ts';
import type { Work } from '../act/index.ts';
import { checkName } from '../sign-in/check-name.ts';
import { checkPassword } from '../sign-in/check-password.ts';
import { hashPassword } from '../sign-in/hash-password.ts';
import { accountNameMissing, emailNotOne, emailTaken } from '../sign-in/problems.ts';
import type { CheckedDuties } from './check-duties.ts';

/** Somebody for whom an account is made. Without a password they sign in some other way. */
export type NewAccount = Readonly<{ email: string; name: string; password?: string }>;

/** What stands against making one, but for whether its address is taken. */
export function checkAccount({ email, name, password }: NewAccount): readonly Problem[] {
  const written = email.trim().toLowerCase();
  return [
    ...(name.trim() === '' ? [accountNameMissing()] : checkName(name, 'name')),
    ...(isEmail(written) ? [] : [emailNotOne(email)]),
    ...(password === undefined ? [] : checkPassword(password, written)),
  ];
}

/** Makes an account, unless its address is taken. */
export async function makeAccount(work: Work, asked: NewAccount): Promise<Result<string>> {
  const email = asked.email.trim().toLowerCase();
  const name = asked.name.trim();
  const problems = checkAccount(asked);
  if (problems.length > 0) return { ok: false, problems };
  const id = randomUUID();
  const isMade = await addAccount(work.tx, { id, email, name, madeAt: work.now });
  if (!isMade) return { ok: false, problems: [emailTaken()] };
  if (asked.password !== undefined) {
    const hash = await hashPassword(asked.password);
    await setPassword(work.tx, { account: id, hash, at: work.now });
  }
  return { ok: true, value: id };
}

/** One sign between others, and a point in what follows it; more is for who sends letters there. */
export function isEmail(text: string): boolean {
  return /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>".]+$/u.test(text);
}

/** The account of this address, made where there is none. The service itself does so. */
export async function findOrMakeAccount(work: Work, asked: NewAccount): Promise<Result<string>> {
  const found = await findAccountByEmail(work.tx, asked.email.trim());
  return found === undefined ? makeAccount(work, asked) : { ok: true, value: found.id };
}

/** Who enters which organisation, with which duties, given by whom. */
export type Entry = CheckedDuties &
  Readonly<{ organisation: string; account: string; givenBy: string | null }>;

/** Lets somebody belong to an organisation with their duties; the record of it keeps both. */
export async function enterOrganisation(work: Work, entry: Entry): Promise<void> {
  const { organisation, account, duties, limitUnits, limitCurrency, givenBy } = entry;
  await addMember(work.tx, { organisation, account, at: work.now });
  for (const duty of duties) {
    const limit =
      duty === 'publisher'
        ? { limitUnits, limitCurrency }
        : { limitUnits: null, limitCurrency: null };
    await giveDuty(work.tx, { organisation, account, duty, ...limit, givenBy, at: work.now });
  }
  const limit = limitUnits === null ? {} : { limit: `${limitUnits}`, currency: limitCurrency };
  work.note({ organisation, about: { member: account, duties: [...duties], ...limit } });
}

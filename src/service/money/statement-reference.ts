import { createHash } from 'node:crypto';

/** Whose reference it is: the programme, its neutral name, and which settlement and statement. */
export type Referred = Readonly<{
  programme: string;
  name: string;
  number: number;
  place: number;
}>;

const lettersMax = 18;

/**
 * What the bank is told, and what its answer is known by. It is made of the neutral name of the
 * programme alone, so that an account's statement tells nobody whom a payment is for. Two
 * programmes may have one name, and a bank tells of both: three letters that say nothing tell them
 * apart. Banks take 18 characters (Bacs, Faster Payments), of which letters, digits and hyphens are
 * safe everywhere.
 */
export function statementReference({ programme, name, number, place }: Referred): string {
  const end = `${markOf(programme)}-${number}-${place}`;
  const letters = name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .toUpperCase();
  return `${(letters === '' ? 'P' : letters).slice(0, lettersMax - end.length)}${end}`;
}

// Without vowels, so that they are never a word.
const consonants = 'BCDFGHJKLMNPQRSTVWXZ';

function markOf(programme: string): string {
  const [one = 0, two = 0, three = 0] = createHash('sha256').update(programme).digest();
  return [one, two, three].map((byte) => consonants[byte % consonants.length]).join('');
}

/** Whose reference it is: the neutral name of the programme, and which settlement and statement. */
export type Referred = Readonly<{ name: string; number: number; place: number }>;

const lettersMax = 18;

/**
 * What the bank is told, and what its answer is known by. It is made of the neutral name of the
 * programme alone, so that an account's statement tells nobody whom a payment is for. Banks take 18
 * characters (Bacs, Faster Payments), of which letters, digits and hyphens are safe everywhere.
 */
export function statementReference({ name, number, place }: Referred): string {
  const end = `-${number}-${place}`;
  const letters = name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .toUpperCase();
  return `${(letters === '' ? 'P' : letters).slice(0, lettersMax - end.length)}${end}`;
}

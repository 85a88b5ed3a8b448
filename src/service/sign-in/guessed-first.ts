// Beginnings that people reach for when a long password is asked of them. A password is refused if
// nothing but figures, signs and repeats is left of it once these are taken out.
const commonWords = [
  'password passwort passphrase passcode letmein welcome changeme change sesame default secret',
  'qwertyuiop qwerty qwertz azerty asdfghjkl asdfgh asdf zxcvbn zxcv qazwsx qwer keyboard',
  'admin administrator root user guest login master access account office work computer internet',
  'iloveyou love monkey dragon sunshine princess football baseball superman batman shadow',
  'charlie michael jessica ashley freedom whatever trustno hello outturn council provider',
  'spring summer autumn winter january february march april june july august september october',
  'november december monday tuesday wednesday thursday friday saturday sunday',
  'london england scotland wales britain arsenal liverpool chelsea rangers celtic',
  'abcdefghijklmnopqrstuvwxyz abcdef abcd abc correcthorsebatterystaple',
];

const words = commonWords
  .flatMap((line) => line.split(' '))
  .toSorted((one, other) => other.length - one.length);
const common = new RegExp(words.join('|'), 'g');

/** Whether a password is one of those that are tried first. */
export function isGuessedFirst(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  return [plain, withoutDisguise(plain)].some((text) => leftOf(text).length < 4);
}

// What is left once words, figures, signs and repeated letters are taken out.
function leftOf(text: string): string {
  return text.replaceAll(common, '').replaceAll(/[^\p{L}]|(\p{L})\1+/gu, '');
}

// Letters written as the signs that look like them, as in p4$$w0rd.
const disguises: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['1', 'i'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['7', 't'],
  ['@', 'a'],
  ['$', 's'],
  ['!', 'i'],
]);

function withoutDisguise(text: string): string {
  return [...text].map((sign) => disguises.get(sign) ?? sign).join('');
}

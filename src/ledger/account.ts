import { unseenCharacter } from '../problem/index.ts';

/** What an account is for, then whose it is: `['owed', 'Bright Futures']`. */
export type Account = readonly [purpose: string, ...parties: string[]];

/**
 * Its name, as journals and balances have it: `owed:Bright Futures`. Two accounts never have one
 * name, whatever characters the names of parties hold.
 */
export function accountName(account: Account): string {
  return account.map(levelName).join(':');
}

// In the journal of hledger a colon parts the levels of a name, a semicolon begins a comment, and
// two spaces end the name (hledger manual, "Account names" and "Comments"). These, whatever cannot
// be seen and the percent sign itself are written by their number, as %3A.
const unsafe = new RegExp(`[%:;]|[^\\S ]|^ | $|(?<= ) |${unseenCharacter.source}`, 'gu');

function levelName(level: string): string {
  return level === '' ? '%' : level.replace(unsafe, numbered);
}

function numbered(character: string): string {
  return Array.from({ length: character.length }, (_, at) => {
    const code = character.charCodeAt(at).toString(16).toUpperCase();
    return code.length > 2 ? `%u${code.padStart(4, '0')}` : `%${code.padStart(2, '0')}`;
  }).join('');
}

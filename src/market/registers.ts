/**
 * Registers of bodies, as data: what a number in one looks like, and where that was read. A number
 * of the right shape is plausible, no more: whether the body is registered is for the register.
 */
export type Register = Readonly<{
  key: string;
  name: string;
  country: string;
  holds: 'companies' | 'charities';
  /** Of the number in capitals, without spaces, dots or dashes. */
  shape: RegExp;
  /** The same in words, as in "is 8 characters, …". */
  says: string;
  source: string;
}>;

/**
 * Prefixes of company numbers in the United Kingdom. Sources: the lists kept at
 * doorda.com/glossary/company-number-prefixes-defined and chguide.co.uk/general/company-number.html
 * (tried there on 13.6 million numbers), read in November 2026; RS, IP, SP, NP, NO, CE, CS, RC and
 * the rest of the second line are of registered societies, charitable incorporated organisations,
 * royal charters and open-ended investment companies.
 */
const companyPrefixes = [
  'AC|EN|ES|FC|FE|GE|GN|GS|LP|NA|NC|NF|NI|NL|NZ|OC|OE|R0|SA|SC|SE|SF|SG|SL|SO|SZ|ZC',
  'CE|CS|IC|IP|NO|NP|NR|NV|PC|RC|RS|SI|SP|SR',
].join('|');

const charityNumbers = 'the published shape of charity numbers of the register, November 2026';

export const registers: readonly Register[] = [
  {
    key: 'uk companies',
    name: 'Companies House',
    country: 'United Kingdom',
    holds: 'companies',
    shape: new RegExp(`^(?:\\d{8}|(?:${companyPrefixes})(?=.{6}$)\\d{3,6}[A-Z]{0,3})$`),
    says: '8 characters: 8 digits, or two letters and 6 digits (the last few may be letters)',
    source: 'Companies Act 2006, section 1066, and the lists of prefixes named above',
  },
  {
    key: 'england and wales charities',
    name: 'Charity Commission for England and Wales',
    country: 'United Kingdom',
    holds: 'charities',
    shape: /^[1-9]\d{5,6}$/,
    says: '6 or 7 digits',
    source: charityNumbers,
  },
  {
    key: 'scotland charities',
    name: 'Scottish Charity Regulator',
    country: 'United Kingdom',
    holds: 'charities',
    shape: /^SC\d{6}$/,
    says: 'SC and 6 digits',
    source: charityNumbers,
  },
  {
    key: 'northern ireland charities',
    name: 'Charity Commission for Northern Ireland',
    country: 'United Kingdom',
    holds: 'charities',
    shape: /^(?:NIC)?1\d{5}$/,
    says: '6 digits of which the first is 1, perhaps after NIC',
    source: charityNumbers,
  },
];

import type { Currency } from './currency.ts';

type Row = readonly [
  code: string,
  name: string,
  symbol: string,
  exponent: number,
  unit: string,
  units: string,
  whole: string,
  wholes: string,
];

/**
 * Codes and exponents: ISO 4217:2015, list one. Names and signs: Unicode CLDR, English, except
 * that a currency whose sign is also another's is written with its code.
 */
const rows: readonly Row[] = [
  ['GBP', 'pounds sterling', '£', 2, 'penny', 'pence', 'pound', 'pounds'],
  ['EUR', 'euros', '€', 2, 'cent', 'cents', 'euro', 'euros'],
  ['USD', 'United States dollars', '$', 2, 'cent', 'cents', 'dollar', 'dollars'],
  ['CHF', 'Swiss francs', 'CHF', 2, 'centime', 'centimes', 'franc', 'francs'],
  ['SEK', 'Swedish kronor', 'SEK', 2, 'öre', 'öre', 'krona', 'kronor'],
  ['NOK', 'Norwegian kroner', 'NOK', 2, 'øre', 'øre', 'krone', 'kroner'],
  ['DKK', 'Danish kroner', 'DKK', 2, 'øre', 'øre', 'krone', 'kroner'],
  ['ISK', 'Icelandic krónur', 'ISK', 0, 'króna', 'krónur', 'króna', 'krónur'],
  ['PLN', 'Polish zlotys', 'PLN', 2, 'grosz', 'groszy', 'zloty', 'zlotys'],
  ['CZK', 'Czech koruny', 'CZK', 2, 'haléř', 'haléřů', 'koruna', 'koruny'],
  ['HUF', 'Hungarian forints', 'HUF', 2, 'fillér', 'fillér', 'forint', 'forints'],
  ['RON', 'Romanian lei', 'RON', 2, 'ban', 'bani', 'leu', 'lei'],
  ['CAD', 'Canadian dollars', 'CA$', 2, 'cent', 'cents', 'dollar', 'dollars'],
  ['AUD', 'Australian dollars', 'A$', 2, 'cent', 'cents', 'dollar', 'dollars'],
  ['NZD', 'New Zealand dollars', 'NZ$', 2, 'cent', 'cents', 'dollar', 'dollars'],
  ['SGD', 'Singapore dollars', 'SGD', 2, 'cent', 'cents', 'dollar', 'dollars'],
  ['HKD', 'Hong Kong dollars', 'HK$', 2, 'cent', 'cents', 'dollar', 'dollars'],
  ['JPY', 'Japanese yen', '¥', 0, 'yen', 'yen', 'yen', 'yen'],
  ['KRW', 'South Korean won', '₩', 0, 'won', 'won', 'won', 'won'],
  ['INR', 'Indian rupees', '₹', 2, 'paisa', 'paise', 'rupee', 'rupees'],
  ['ZAR', 'South African rand', 'ZAR', 2, 'cent', 'cents', 'rand', 'rand'],
  ['KES', 'Kenyan shillings', 'KES', 2, 'cent', 'cents', 'shilling', 'shillings'],
  ['UGX', 'Ugandan shillings', 'UGX', 0, 'shilling', 'shillings', 'shilling', 'shillings'],
  ['RWF', 'Rwandan francs', 'RWF', 0, 'franc', 'francs', 'franc', 'francs'],
  ['NGN', 'Nigerian naira', '₦', 2, 'kobo', 'kobo', 'naira', 'naira'],
  ['GHS', 'Ghanaian cedis', 'GHS', 2, 'pesewa', 'pesewas', 'cedi', 'cedis'],
  ['COP', 'Colombian pesos', 'COP', 2, 'centavo', 'centavos', 'peso', 'pesos'],
  ['CLP', 'Chilean pesos', 'CLP', 0, 'peso', 'pesos', 'peso', 'pesos'],
  ['MXN', 'Mexican pesos', 'MX$', 2, 'centavo', 'centavos', 'peso', 'pesos'],
  ['BRL', 'Brazilian reais', 'R$', 2, 'centavo', 'centavos', 'real', 'reais'],
  ['TRY', 'Turkish lira', '₺', 2, 'kurus', 'kurus', 'lira', 'lira'],
  ['ILS', 'Israeli new shekels', '₪', 2, 'agora', 'agorot', 'shekel', 'shekels'],
  ['JOD', 'Jordanian dinars', 'JOD', 3, 'fils', 'fils', 'dinar', 'dinars'],
  ['KWD', 'Kuwaiti dinars', 'KWD', 3, 'fils', 'fils', 'dinar', 'dinars'],
  ['BHD', 'Bahraini dinars', 'BHD', 3, 'fils', 'fils', 'dinar', 'dinars'],
  ['TND', 'Tunisian dinars', 'TND', 3, 'millime', 'millimes', 'dinar', 'dinars'],
];

/** Signs in everyday use that several currencies share. */
const sharedSigns: Readonly<Record<string, readonly string[]>> = {
  CAD: ['$', 'C$'],
  AUD: ['$'],
  NZD: ['$'],
  SGD: ['$', 'S$'],
  HKD: ['$'],
  MXN: ['$'],
  COP: ['$'],
  CLP: ['$'],
  USD: ['US$'],
  SEK: ['kr'],
  NOK: ['kr'],
  DKK: ['kr'],
  ISK: ['kr'],
  PLN: ['zł'],
  CZK: ['Kč'],
  HUF: ['Ft'],
  ZAR: ['R'],
  CHF: ['Fr', 'Fr.'],
  GHS: ['GH₵'],
};

/** The currencies a page may be written in. */
export const currencies: readonly Currency[] = rows.map(
  ([code, name, symbol, exponent, unit, units, whole, wholes]) => ({
    code,
    name,
    symbol,
    signs: sharedSigns[code] ?? [],
    exponent,
    units: { one: unit, many: units },
    whole: { one: whole, many: wholes },
    grouping: code === 'INR' ? 'lakhs' : 'threes',
  }),
);

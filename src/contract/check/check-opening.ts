import type { Contract } from '../contract.ts';
import { buys, language, openingForms, version } from '../forms/opening.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { findTerm, termsOf } from '../wording/form.ts';

/** The version of the language that this program reads and settles. */
export const languageVersion = 1;

const start = { from: 0, to: 1 };

export function checkOpening(contract: Contract, reader: Reader): void {
  if (contract.title === '') complain(reader, start, titleMissing);
  const isRead = (form: string) => contract.opening.some((term) => term.form === form);
  const said = reader.source.text.toLowerCase();
  if (!isRead('buys') && !said.includes('buys this')) complain(reader, start, buyerMissing);
  if (!isRead('language') && !said.includes('written in')) complain(reader, start, languageMissing);
  for (const form of openingForms) {
    for (const again of termsOf(contract.opening, form).slice(1)) {
      complain(reader, rangeOf(reader, again), saidTwice);
    }
  }
  checkDays(contract, reader);
  checkLanguage(contract, reader);
}

const titleMissing = {
  code: 'page.title_missing',
  message: 'The page has no title.',
  help: 'Begin it with a line such as "# Leaving care well, Northshire".',
};

const buyerMissing = {
  code: 'opening.buyer_missing',
  message: 'The page does not say who buys, in which currency, from when to when.',
  help:
    'Write under the title, as in "Northshire Council buys this, in pounds sterling, from 1 ' +
    'April 2027 to 31 March 2032."',
};

const languageMissing = {
  code: 'opening.language_missing',
  message: 'The page does not name the version of the language in which it is written.',
  help: 'Write "Written in Outturn 1." under the title.',
};

const saidTwice = {
  code: 'opening.said_twice',
  message: 'The page has said this already, and it can hold once only.',
  help: 'Take one of the two sentences out.',
};

function checkDays(contract: Contract, reader: Reader): void {
  const buyer = findTerm(contract.opening, buys);
  if (buyer && buyer.to < buyer.from) {
    complain(reader, rangeOf(reader, buyer), {
      code: 'opening.ends_before_it_starts',
      message: `The contract would end on ${buyer.to}, before it starts on ${buyer.from}.`,
      help: 'Put the earlier day first.',
    });
  }
  const later = findTerm(contract.opening, version);
  if (later && later.number < 2) {
    complain(reader, rangeOf(reader, later), {
      code: 'version.first_replaces_nothing',
      message: 'Version 1 is the first and replaces nothing.',
      help: 'Number a version that replaces another from 2 on.',
    });
  }
}

function checkLanguage(contract: Contract, reader: Reader): void {
  const written = findTerm(contract.opening, language);
  if (!written || written.version === languageVersion) return;
  complain(reader, rangeOf(reader, written), {
    code: 'opening.language_unknown',
    message:
      `The page is written in Outturn ${written.version}, and this program reads Outturn ` +
      `${languageVersion}.`,
    help: 'Use a later program, or write the page in the version that this one reads.',
  });
}

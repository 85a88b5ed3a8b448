import {
  addMonths,
  type Day,
  dayNumber,
  formatDate,
  type YearlyDate,
  yearOf,
} from '../../calendar/index.ts';
import { compareFractions, parseDecimal, zero } from '../../money/index.ts';
import type { Contract } from '../contract.ts';
import {
  advanceOnDay,
  fee,
  feeOnDay,
  namedFee,
  namedFeeOnDay,
  sharedFee,
  sharedFeeOnDay,
} from '../forms/fees.ts';
import { buys, yearsRun } from '../forms/opening.ts';
import { grant, grantGoesOn, namedGrant, sharedGrant } from '../forms/payment.ts';
import { potByResults } from '../forms/pots.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { findTerm, termsOf } from '../wording/form.ts';
import { printMoney } from '../wording/money-text.ts';

/** Grants, fees, advances and pots that could never be paid as they are written. */
export function checkFees(contract: Contract, reader: Reader): void {
  checkDays(contract, reader);
  checkParts(contract, reader);
  checkYears(contract, reader);
  checkAllParts(contract, reader);
  for (const pot of termsOf(contract.sections.payment ?? [], potByResults)) {
    if (!isOver(pot.floor, pot.ceiling)) continue;
    const [floor, ceiling] = [pot.floor ?? '', pot.ceiling].map((sum) =>
      printMoney(sum, reader.names.currency),
    );
    complain(reader, rangeOf(reader, pot), {
      code: 'payment.floor_over_ceiling',
      message: `This pot would be no less than ${floor} and no more than ${ceiling}.`,
      help: 'Write the lesser sum after "no less than", and the greater after "no more than".',
    });
  }
}

function isOver(floor: string | undefined, ceiling: string): boolean {
  const [least, most] = [floor ?? '0', ceiling].map((sum) => parseDecimal(sum) ?? zero);
  return compareFractions(least ?? zero, most ?? zero) > 0;
}

function checkDays(contract: Contract, reader: Reader): void {
  const said = findTerm(contract.opening, buys);
  const terms = contract.sections.payment ?? [];
  const onDays = [feeOnDay, sharedFeeOnDay, namedFeeOnDay, advanceOnDay].flatMap((form) =>
    termsOf(terms, form).map((term) => ({ term, day: term.day })),
  );
  const inParts = feesInParts(contract).map((term) => ({ term, day: term.first }));
  for (const { term, day } of said ? [...onDays, ...inParts] : []) {
    if (said === undefined || (day >= said.from && day <= said.to)) continue;
    const [on, from, to] = [day, said.from, said.to].map(inWords);
    complain(reader, rangeOf(reader, term), {
      code: 'payment.day_outside_the_contract',
      message: `${on} is no day of the contract, which runs from ${from} to ${to}.`,
      help: 'Write a day of the contract.',
    });
  }
}

const monthsIn = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/** A fee may fall due after the contract has ended, but no part of it begins then. */
function checkParts(contract: Contract, reader: Reader): void {
  const said = findTerm(contract.opening, buys);
  for (const term of said ? feesInParts(contract) : []) {
    const { count, every, first } = term;
    const last = addMonths(dayNumber(first), (count - 1) * monthsIn[every]);
    if (said === undefined || first > said.to || last <= dayNumber(said.to)) continue;
    const end = inWords(said.to);
    complain(reader, rangeOf(reader, term), {
      code: 'payment.parts_after_the_end',
      message: `The last of these ${count} parts would begin after ${end}, the last day.`,
      help: 'Write fewer parts, or let the first begin sooner.',
    });
  }
}

function inWords(day: Day): string {
  return formatDate(dayNumber(day));
}

/** A grant of years that never come; it may go on after the contract, where the page says so. */
function checkYears(contract: Contract, reader: Reader): void {
  const years = lastYear(contract);
  if (years === 0) return;
  for (const term of grantsByYear(contract)) {
    const first = term.years?.first ?? 1;
    if (first <= years) continue;
    complain(reader, rangeOf(reader, term), {
      code: 'payment.year_after_the_end',
      message: `This is paid from year ${first} on, and the last is year ${years}.`,
      help: 'Name years of the contract, or take the sentence out.',
    });
  }
}

/** Each part is worked out again in every settlement, for each provider that it is paid to. */
const partsMost = 10_000;

const instalmentsAYear = { months: 12, quarters: 4, 'half-years': 2, 'one sum': 1 } as const;

function checkAllParts(contract: Contract, reader: Reader): void {
  const lastOfAll = lastYear(contract);
  const grants = grantsByYear(contract).map((term) => {
    const { first = 1, last = term.years?.first ?? lastOfAll } = term.years ?? {};
    const years = Math.max(Math.min(last, lastOfAll) - first + 1, 0);
    return { term, parts: years * instalmentsAYear[term.instalments] };
  });
  const fees = feesInParts(contract).map((term) => ({ term, parts: term.count }));
  const all = [...grants, ...fees];
  const [first] = all;
  const count = all.reduce((sum, { parts }) => sum + parts, 0);
  if (first === undefined || count <= partsMost) return;
  complain(reader, rangeOf(reader, first.term), {
    code: 'payment.too_many_parts',
    message: `Grants and fees would fall due in ${count} parts, and may in ${partsMost}.`,
    help: 'Pay in fewer and longer parts, or let the contract end sooner.',
  });
}

function grantsByYear({ sections }: Contract) {
  return [grant, sharedGrant, namedGrant].flatMap((form) => termsOf(sections.payment ?? [], form));
}

function feesInParts({ sections }: Contract) {
  return [fee, sharedFee, namedFee].flatMap((form) => termsOf(sections.payment ?? [], form));
}

/** The last year in which a grant is paid; 0 where the page does not say. */
function lastYear({ opening, sections }: Contract): number {
  const said = findTerm(opening, buys);
  if (said === undefined || said.to < said.from) return 0;
  const last = findTerm(sections.payment ?? [], grantGoesOn)?.last ?? said.to;
  const start = findTerm(opening, yearsRun)?.start;
  const from = dayNumber(said.from);
  return yearOf(dayNumber(last), from, start === undefined ? undefined : yearlyDate(start));
}

function yearlyDate(text: string): YearlyDate {
  return { month: Number(text.slice(0, 2)), day: Number(text.slice(3)) };
}

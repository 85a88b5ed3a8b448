import type { Contract, Outcome, RowValue } from '../contract.ts';
import { limitPerScope } from '../forms/limits.ts';
import { additions, cores, takesThePlaceOf } from '../forms/outcome.ts';
import { findRowValue, type Rate, ratesOf } from '../rates.ts';
import { complain, type Reader, rangeOf } from '../read/reader.ts';
import { type Form, findTerm, type Term, termsOf } from '../wording/form.ts';
import type { Complaint } from '../wording/place-type.ts';
import { checkBands } from './check-bands.ts';
import { restsOn } from './check-circles.ts';
import { isInDays, totalNotInDays } from './check-outcomes.ts';
import { checkTiers } from './check-tiers.ts';

/** Every outcome has one price for each group that can earn it, in every year, everywhere. */
export function checkRateCard(contract: Contract, reader: Reader): void {
  const priced = new Set(
    contract.outcomes.tables.flatMap((table) =>
      table.rows.flatMap((row) => ('outcome' in row ? [row.outcome] : [])),
    ),
  );
  const isMisread = reader.problems.some(({ code }) => code === 'rate_card.value_not_understood');
  for (const outcome of contract.outcomes.outcomes) {
    const at = rangeOf(reader, outcome);
    if (!priced.has(outcome.name)) complain(reader, at, noPrice(outcome.name));
    const say = (complaint: Complaint) => complain(reader, at, complaint);
    for (const { name: group } of contract.people.groups) {
      for (const complaint of groupComplaints(contract, outcome, group)) {
        if (complaint.code !== 'rate_card.row_without_value' || !isMisread) say(complaint);
      }
    }
  }
  for (const limit of termsOf(contract.sections.limits ?? [], limitPerScope)) {
    const say = (complaint: Complaint) => complain(reader, rangeOf(reader, limit), complaint);
    for (const { name: group } of contract.people.groups) {
      for (const complaint of rowComplaints(contract, group, [limit])) say(complaint);
    }
  }
  checkTiers(contract, reader);
  checkBands(contract, reader);
}

/**
 * What a group that can earn an outcome needs: a price at any time, its values, what it rests on.
 */
function groupComplaints(contract: Contract, outcome: Outcome, group: string): Complaint[] {
  const canEarn = (name: string) => ratesOf(contract, name, group).length > 0;
  if (!canEarn(outcome.name)) return [];
  const isPriced = (name: string) => contract.outcomes.outcomes.some((each) => each.name === name);
  const replaced = findTerm(outcome.definition, takesThePlaceOf)?.outcomes ?? [];
  const out = restsOn(outcome).find(
    (name) => isPriced(name) && !canEarn(name) && !replaced.includes(name),
  );
  return [
    ...rateComplaints(contract, outcome.name, group),
    ...rowComplaints(contract, group, outcome.definition),
    ...(out === undefined ? [] : [restsOnNothing({ outcome: outcome.name, group, out })]),
  ];
}

function restsOnNothing({ outcome, group, out }: Record<'outcome' | 'group' | 'out', string>) {
  return {
    code: 'rate_card.rests_on_what_has_no_price',
    message: `"${outcome}" has a price for ${group} and waits for "${out}", which has none.`,
    help: `Give "${out}" a price for ${group}, if only of 0, and not a –.`,
  };
}

function noPrice(outcome: string): Complaint {
  return {
    code: 'rate_card.outcome_without_price',
    message: `"${outcome}" is defined and has no row in the rate card.`,
    help: 'Give it a row with a price for each group, or a – for those that cannot earn it.',
  };
}

/**
 * Within one tier or band: plain prices cover every year once, and those for a characteristic have
 * a rest.
 */
function rateComplaints(contract: Contract, outcome: string, group: string): Complaint[] {
  const parts = new Map<string, Rate[]>();
  for (const rate of ratesOf(contract, outcome, group)) {
    parts.set(keyOf(rate), [...(parts.get(keyOf(rate)) ?? []), rate]);
  }
  return [...parts].flatMap(([key, same]) => {
    const fault = yearsFault(same);
    const rest = key.replace(/\|.*/, '|');
    return [
      ...(fault ? [yearsComplaint(outcome, group, fault)] : []),
      ...(!key.endsWith('|') && !parts.has(rest) ? [noRest(outcome, group)] : []),
    ];
  });
}

const keyOf = ({ tier, band, with: having }: Rate) =>
  `${tier?.least ?? band ?? ''}|${having.join(' ')}`;

type YearsFault = Readonly<{ is: 'two prices' | 'no price'; year: number }>;

function yearsFault(rates: readonly Rate[]): YearsFault | undefined {
  const sorted = rates
    .map(({ years }) => ({
      first: years?.first ?? 1,
      last: years?.last ?? Number.POSITIVE_INFINITY,
    }))
    .sort((a, b) => a.first - b.first);
  let next = 1;
  for (const { first, last } of sorted) {
    if (first < next) return { is: 'two prices', year: first };
    if (first > next) return { is: 'no price', year: next };
    next = last + 1;
  }
  return Number.isFinite(next) ? { is: 'no price', year: next } : undefined;
}

function yearsComplaint(outcome: string, group: string, { is, year }: YearsFault): Complaint {
  return is === 'two prices'
    ? {
        code: 'rate_card.two_prices',
        message: `"${outcome}" has two prices for ${group} in year ${year}.`,
        help: 'Leave one of the two columns out, or let their years not overlap.',
      }
    : {
        code: 'rate_card.year_without_price',
        message: `"${outcome}" has no price for ${group} from year ${year} on.`,
        help: `Add a column for year ${year}, or write "from year" in the last one.`,
      };
}

function noRest(outcome: string, group: string): Complaint {
  return {
    code: 'rate_card.no_price_elsewhere',
    message: `"${outcome}" has a price for ${group} with a characteristic, and none for the rest.`,
    help: 'Add a column for the group without a characteristic.',
  };
}

/**
 * A value by group is there for every group that needs it, and is of the type that its place needs.
 */
function rowComplaints(
  contract: Contract,
  group: string,
  terms: readonly Term[],
): readonly Complaint[] {
  return terms.flatMap(rowsNamed).flatMap(({ row, wanted, how }) => {
    const found = findRowValue(contract, row, group);
    if (!found) return [rowWithoutValue(row, group)];
    if (!isOfType(found, wanted)) return [rowOfOtherType(row, wanted)];
    return isTotalInMonths(found, how) ? [totalNotInDays] : [];
  });
}

type RowNamed = Readonly<{ row: string; wanted: string; how: unknown }>;

/** The rows of the rate card that a term names, and the type of value that it needs of each. */
function rowsNamed(term: Term): RowNamed[] {
  const forms: readonly Form[] = [...cores, ...additions, limitPerScope];
  const form = forms.find((each) => each.name === term.form);
  const parts = (form?.parts ?? []).flatMap((part) => (part.is === 'optional' ? part.parts : part));
  return parts.flatMap((part) => {
    if (part.is !== 'place' || !part.type.endsWith(' by group')) return [];
    const value = term[part.name] as { row?: string } | undefined;
    if (typeof value !== 'object' || value.row === undefined) return [];
    return [{ row: value.row, wanted: part.type.replace(' by group', ''), how: term.how }];
  });
}

function isTotalInMonths(found: RowValue, how: unknown): boolean {
  return how === 'in total' && 'length' in found && !isInDays(found.length);
}

/** A sum to be reached may be of money, hours or units. */
function isOfType(found: RowValue, wanted: string): boolean {
  return wanted in found || (wanted === 'amount' && 'money' in found);
}

function rowWithoutValue(row: string, group: string): Complaint {
  return {
    code: 'rate_card.row_without_value',
    message: `The row *${row}* has no value for ${group}.`,
    help: 'Fill in its cell in the column of that group.',
  };
}

function rowOfOtherType(row: string, wanted: string): Complaint {
  const named: Record<string, string> = {
    length: 'lengths of time, such as 13 weeks',
    times: 'numbers of times, such as 13 times',
    money: 'amounts of money',
    amount: 'sums of money, hours or units',
    number: 'numbers',
  };
  return {
    code: 'rate_card.row_of_other_type',
    message: `The row *${row}* stands for ${named[wanted] ?? wanted}, and holds something else.`,
    help: 'Mend the row, or name another.',
  };
}

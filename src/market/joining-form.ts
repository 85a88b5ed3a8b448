import type { Length } from '../calendar/index.ts';
import { type Contract, findTerm, forms, hashesOf, type TermOf } from '../contract/index.ts';
import {
  fraction,
  getCurrency,
  type Money,
  multiply,
  parseFraction,
  round,
  usualRounding,
} from '../money/index.ts';
import { assert } from '../problem/index.ts';
import { conditionsToShow, type JoiningCondition } from './joining-conditions.ts';
import { registers } from './registers.ts';

/** One field of the form by which a provider applies, as data for screens, programs and checks. */
export type JoiningField = Readonly<{
  /** Small letters, digits and underscores, each name once in a form. */
  name: string;
  label: string;
  kind:
    | 'text'
    | 'number'
    | 'percent'
    | 'money'
    | 'choice'
    | 'document'
    | 'company_number'
    | 'charity_number'
    | 'yes';
  required: boolean;
  hint: string;
  choices?: readonly string[];
  /** The least sum of money that meets the condition. */
  least?: Money;
  /** Of a document: the last day on which it holds has to be given. */
  expires?: true;
  /** How often it has to be shown again. */
  shownAgain?: Length;
  /** Of an agreement: the hash of what is agreed to, which is the answer. */
  agrees?: string;
  /** The key of the condition of the page on which it rests; absent where it says who applies. */
  restsOn?: string;
}>;

export type JoiningForm = Readonly<{
  /** The hash of the page as signed. A page that has changed has another form. */
  page: string;
  conditions: readonly JoiningCondition[];
  fields: readonly JoiningField[];
}>;

/** Kinds of body that an applicant may be. Only a public body may be in no register. */
export const bodies = ['charity', 'company', 'mutual', 'social enterprise', 'public body'] as const;

/**
 * The one form of a page, made of its conditions and nothing else: who applies, what each condition
 * asks to be shown, where and how many it can serve, its discount where the page takes one, and its
 * agreement to the page by hash. What no sentence of the page asks for is not asked.
 */
export function joiningForm(contract: Contract): JoiningForm {
  const conditions = conditionsToShow(contract);
  const page = hashesOf(contract).page;
  const fields = [
    ...identity(conditions),
    ...conditions.flatMap((condition) => fieldsOf(condition, contract)),
    ...offer(contract),
    {
      name: 'agreement',
      label: 'We agree to the page as it stands',
      kind: 'yes',
      required: true,
      hint: `The page is known by ${page}.`,
      agrees: page,
    } as const,
  ];
  return { page, conditions, fields };
}

function identity(conditions: readonly JoiningCondition[]): readonly JoiningField[] {
  const condition = conditions.find(({ term }) => term.form === forms.joining.registeredBody.name);
  const term = condition?.term as TermOf<typeof forms.joining.registeredBody> | undefined;
  const choices = term === undefined || term.body === 'body' ? bodies : [term.body];
  const restsOn = condition === undefined ? {} : { restsOn: condition.key };
  const name = {
    name: 'name',
    label: 'Name as registered',
    kind: 'text',
    required: true,
    hint: 'As it stands in the register, with Limited, CIC or the like.',
  } as const;
  const body = {
    name: 'body',
    label: 'What you are',
    kind: 'choice',
    required: true,
    hint: 'An in-house team says public body.',
    choices,
  } as const;
  return [name, { ...body, ...restsOn }, ...numbers(restsOn)];
}

function numbers(restsOn: Readonly<{ restsOn?: string }>): readonly JoiningField[] {
  const of = [
    { holds: 'companies', kind: 'company_number', what: 'company' },
    { holds: 'charities', kind: 'charity_number', what: 'charity' },
  ] as const;
  return of.flatMap(({ holds, kind, what }): readonly JoiningField[] => {
    const known = registers.filter((each) => each.holds === holds).map(({ name }) => name);
    const hint = `By its full name, as in ${known.join(', ')}.`;
    const register = `${what}_register`;
    const where = {
      name: register,
      label: `Register of the ${what} number`,
      kind: 'text',
    } as const;
    const number = { name: kind, label: `Number as a ${what}`, kind, required: false, ...restsOn };
    return [
      { ...where, required: false, hint, ...restsOn },
      { ...number, hint: 'Leave it empty if you have none.' },
    ];
  });
}

function fieldsOf(condition: JoiningCondition, contract: Contract): readonly JoiningField[] {
  const every = condition.term.every as Length | undefined;
  const rests = { restsOn: condition.key, hint: condition.sentence, required: true } as const;
  const again = every === undefined ? rests : { ...rests, shownAgain: every };
  const name = condition.key.replaceAll(' ', '_');
  const yes = { ...again, name, kind: 'yes' } as const;
  const proof = { ...again, name: `${name}_proof`, kind: 'document' } as const;
  const { term } = condition;
  switch (term.form) {
    case forms.joining.registeredBody.name:
      return [];
    case forms.joining.insured.name:
      return [
        {
          ...again,
          name,
          label: 'Sum insured for each claim',
          kind: 'money',
          ...leastOf(condition, contract),
        },
        { ...proof, label: 'Certificate of insurance', expires: true },
      ];
    case forms.joining.safeguardingLead.name:
      return [{ ...again, name, label: 'Safeguarding lead, by role', kind: 'text' }];
    case forms.joining.everyoneChecked.name:
      return [{ ...yes, label: `Everyone is checked against ${String(term.register)}` }];
    case forms.joining.notExcluded.name:
      return [{ ...yes, label: 'No ground in law excludes us from public contracts' }];
    case forms.joining.registeredWith.name:
      return [
        { ...again, name, label: `Number with ${String(term.regulator)}`, kind: 'text' },
        { ...proof, label: `Registration with ${String(term.regulator)}` },
      ];
    case forms.joining.rated.name:
      return [
        {
          ...again,
          name,
          label: `Rating by ${String(term.inspector)}`,
          kind: 'choice',
          choices: ratings(String(term.least)),
        },
      ];
    case forms.joining.accountsFiled.name:
      return [{ ...yes, label: 'No account is overdue' }];
    case forms.joining.certificateHeld.name:
      return [{ ...proof, name, label: `Certificate: ${String(term.certificate)}`, expires: true }];
  }
  assert(false, 'every condition of joining has its fields');
}

/** A rating under the least cannot be chosen: who has one does not meet the condition. */
function ratings(least: string): readonly string[] {
  return [`${least} or better`, 'never inspected'];
}

function leastOf({ term }: JoiningCondition, { opening }: Contract): Readonly<{ least: Money }> {
  const currency = findTerm(opening, forms.opening.buys)?.currency;
  const major = parseFraction(String(term.least));
  assert(currency !== undefined && major !== undefined, 'a checked page has sums in its currency');
  const inOne = fraction(10n ** BigInt(getCurrency(currency).exponent));
  return { least: { units: round(multiply(major, inOne), usualRounding), currency } };
}

/** What it offers: where, how many, and for how much less where the page takes a discount. */
function offer(contract: Contract): readonly JoiningField[] {
  const areas = areasOf(contract);
  const example = areas.length === 0 ? '' : `, as in ${areas.join(', ')}`;
  const area = {
    name: 'areas',
    label: 'Where you serve',
    kind: 'text',
    required: false,
    hint: `Areas set off by commas${example}; nothing for everywhere.`,
  } as const;
  const capacity = {
    name: 'capacity',
    label: 'How many you can serve at once',
    kind: 'number',
    required: true,
    hint: 'A whole number. You can change it on any day.',
  } as const;
  const discount = {
    name: 'discount',
    label: 'Your discount',
    kind: 'percent',
    required: false,
    hint: 'The share of the price that you forgo, as in 5%. Nothing for none.',
  } as const;
  return takesDiscount(contract) ? [area, capacity, discount] : [area, capacity];
}

/** Whether a page takes a provider's own discount off any price. */
export function takesDiscount({ sections }: Contract): boolean {
  const { discount, discountOnAll } = forms.prices;
  return [discount, discountOnAll].some((form) => findTerm(sections.prices ?? [], form));
}

/** The areas by which the page has prices. */
function areasOf({ outcomes }: Contract): readonly string[] {
  const named = outcomes.tables.flatMap(({ columns }) =>
    columns.flatMap((each) => each.with ?? []),
  );
  const areas = named.flatMap((text) => /^area=(.+)$/.exec(text)?.[1] ?? []);
  return [...new Set(areas)];
}

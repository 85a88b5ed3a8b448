import { expect, test } from 'vitest';
import { exampleNames, readExamplePage } from '../../test/support/example-folders.ts';
import { aContract, type PageWords } from '../../test/support/makers/page.ts';
import { readContract } from '../contract/index.ts';
import type { Problem } from '../problem/index.ts';
import {
  checkApplication,
  decideBy,
  decisionProblems,
  isPlausibleNumber,
  type JoiningAnswers,
  joiningConditions,
  joiningForm,
  registers,
  shownUntil,
} from './index.ts';

const Market = [
  'To join, a provider must be a registered body.',
  'To join, a provider must have insurance of £5,000,000, shown again every 12 months.',
  'To join, a provider must have insurance of £1,000,000 against loss of data.',
  'To join, a provider must have a safeguarding lead.',
  'To join, a provider must have checked everyone who meets those served against the barred lists, shown again every 6 months.',
  'To join, a provider must not be excluded from public contracts.',
  'To join, a provider must be registered with the regulator of care.',
  'To join, a provider must be rated Good or better by the regulator of care.',
  'To join, a provider must have filed every account that was due.',
  'To join, a provider must hold Cyber Essentials for the safety of data.',
  'Joining is decided in 10 working days, with reasons.',
  'A provider may join on any day until 31 March 2030.',
  'Up to 6 providers may sign this page.',
];
const opening = ['Working days are those of England.'];
const words = { opening, said: { Market } } satisfies PageWords;
const contract = aContract(words);
const form = joiningForm(contract);
const file = `sha256:${'ab'.repeat(32)}`;

const answers: JoiningAnswers = {
  name: 'Bright Futures Limited',
  body: 'company',
  company_register: 'Companies House',
  company_number: '0123 4567',
  insured: '£5,000,000',
  insured_proof: { file, expiresOn: '2027-12-31' },
  insured_2: '£2,000,000',
  insured_2_proof: { file, expiresOn: '2027-08-31' },
  safeguarding_lead: 'Director of Services',
  everyone_checked: 'yes',
  not_excluded: 'yes',
  registered_with: 'SC12',
  registered_with_proof: { file },
  rated: 'never inspected',
  accounts_filed: 'yes',
  certificate_held: { file, expiresOn: '2027-06-10' },
  areas: 'Leeds, York',
  capacity: '25',
  agreement: form.page,
};

function found(changed: JoiningAnswers, today = '2027-06-10' as const): readonly string[] {
  const problems = checkApplication(form, { ...answers, ...changed }, today);
  return problems.map(({ at, code }) => `${at.field}: ${code}`);
}

test('the form asks for who applies, for what each condition needs, for the offer and agreement', () => {
  expect(form.fields.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
    'name: text',
    'body: choice',
    'company_register: text',
    'company_number: company_number',
    'charity_register: text',
    'charity_number: charity_number',
    'insured: money',
    'insured_proof: document',
    'insured_2: money',
    'insured_2_proof: document',
    'safeguarding_lead: text',
    'everyone_checked: yes',
    'not_excluded: yes',
    'registered_with: text',
    'registered_with_proof: document',
    'rated: choice',
    'accounts_filed: yes',
    'certificate_held: document',
    'areas: text',
    'capacity: number',
    'agreement: yes',
  ]);
});

test('each field that rests on a condition names it and shows its sentence', () => {
  const insured = form.fields.find(({ name }) => name === 'insured_2');
  expect(insured).toMatchObject({
    restsOn: 'insured 2',
    hint: 'To join, a provider must have insurance of £1,000,000 against loss of data.',
    least: { units: 100_000_000n, currency: 'GBP' },
  });
  expect(
    form.fields.filter(({ name }) => name.startsWith('insured')).map((f) => f.shownAgain),
  ).toEqual([{ count: 12, unit: 'month' }, { count: 12, unit: 'month' }, undefined, undefined]);
});

test('a page without conditions asks only who applies, what it offers and its agreement', () => {
  const bare = joiningForm(aContract());
  expect(bare.conditions).toEqual([]);
  expect(bare.fields.filter(({ required }) => required).map(({ name }) => name)).toEqual([
    'name',
    'body',
    'capacity',
    'agreement',
  ]);
});

test('a discount is asked for only where the page takes one', () => {
  const names = (of: PageWords) => joiningForm(aContract(of)).fields.map(({ name }) => name);
  expect(names({})).not.toContain('discount');
  const Prices = ["Each provider's discount is taken from Settled."];
  expect(names({ said: { Prices } })).toContain('discount');
});

test('where the page asks for a registered charity, nothing else can be chosen', () => {
  const said = { Market: ['To join, a provider must be a registered charity.'] };
  const charity = joiningForm(aContract({ said }));
  expect(charity.fields.find(({ name }) => name === 'body')?.choices).toEqual(['charity']);
});

test('an application that shows all that is asked for has no problem', () => {
  expect(found({})).toEqual([]);
});

test('what is missing is found by its field, and so is what was not asked for', () => {
  expect(found({ name: ' ', insured: undefined, not_excluded: '', hours: '40' })).toEqual([
    'name: application.answer_missing',
    'insured: application.answer_missing',
    'not_excluded: application.condition_not_affirmed',
    'hours: application.answer_not_asked_for',
  ]);
});

test('insurance below the sum on the page is found with both sums, and the sum itself is enough', () => {
  const [problem] = checkApplication(form, { ...answers, insured: '£4,999,999.99' }, '2027-06-10');
  expect(problem?.message).toBe(
    'The sum insured is £4,999,999.99, and the page asks for £5,000,000.',
  );
  expect(found({ insured: '5m' })).toEqual(['insured: application.sum_not_money']);
});

test('a document holds on its last day, and on no later one', () => {
  expect(found({}, '2027-06-11' as never)).toEqual([
    'certificate_held: application.document_expired',
  ]);
  expect(found({ certificate_held: { file } })).toEqual([
    'certificate_held: application.expiry_not_a_day',
  ]);
  expect(found({ certificate_held: { file, expiresOn: '31/12/2027' } })).toEqual([
    'certificate_held: application.expiry_not_a_day',
  ]);
});

test('a document is a document and words are words', () => {
  expect(found({ insured_proof: 'see attached', name: { file } })).toEqual([
    'name: application.answer_of_other_kind',
    'insured_proof: application.answer_of_other_kind',
  ]);
  expect(found({ registered_with_proof: { file: 'certificate.pdf' } })).toEqual([
    'registered_with_proof: application.document_not_handed_in',
  ]);
});

test('a capacity is a whole number, a choice one of those offered, words not endless', () => {
  expect(found({ capacity: '2.5', body: 'guild', name: 'x'.repeat(501) })).toEqual([
    'name: application.answer_too_long',
    'body: application.choice_not_offered',
    'capacity: application.number_not_whole',
  ]);
  expect(['0', '-1', '1000001', '1e3'].flatMap((capacity) => found({ capacity })).length).toBe(4);
});

test('a discount is a share of the price', () => {
  const Prices = ["Each provider's discount is taken from Settled."];
  const priced = joiningForm(aContract({ said: { Prices } }));
  const codes = (discount: string) =>
    checkApplication(priced, { ...answers, discount }, '2027-06-10')
      .filter(({ at }: Problem) => at.field === 'discount')
      .map(({ code }) => code);
  expect(['0%', '5%', '12.5%', '100%'].flatMap(codes)).toEqual([]);
  expect(['5', '-1%', '101%', 'some'].map((text) => codes(text)[0])).toEqual(
    Array.from({ length: 4 }, () => 'application.discount_out_of_range'),
  );
});

test('who agrees to another page than the one that stands has not agreed', () => {
  expect(found({ agreement: 'yes' })).toEqual(['agreement: application.page_changed']);
});

test('a charity gives its number as a charity, a mutual either, and a public body none', () => {
  const none = { company_number: '', company_register: '' };
  const problem = (field: string) => [`${field}: application.body_without_number`];
  expect(found({ body: 'charity' })).toEqual(problem('charity_number'));
  expect(found({ ...none, body: 'company' })).toEqual(problem('company_number'));
  expect(found({ ...none, body: 'mutual' })).toEqual(problem('company_number'));
  expect(found({ body: 'mutual' })).toEqual([]);
  expect(found({ ...none, body: 'public body' })).toEqual([]);
});

test('a number is of the register that is named, and any register may be named', () => {
  expect(found({ company_number: '1234' })).toEqual([
    'company_number: application.number_not_of_the_register',
  ]);
  expect(found({ company_register: '' })).toEqual([
    'company_register: application.register_missing',
  ]);
  const abroad = { company_register: 'Handelsregister Hamburg', company_number: 'HRB 12345' };
  expect(found(abroad)).toEqual([]);
  expect(found({ ...abroad, company_number: '--' })).toEqual([
    'company_number: application.number_without_digits',
  ]);
});

test('numbers have the published shape of their register', () => {
  const [companies, england, scotland, ireland] = registers;
  const fits = (of: (typeof registers)[number] | undefined) => (written: string) =>
    isPlausibleNumber(written, of);
  const companyNumbers = [
    '00000001',
    'SC123456',
    'ni 012345',
    'OC 300001',
    'RS007200',
    'IP12345R',
    'R0000001',
  ];
  expect(companyNumbers.filter((each) => !fits(companies)(each))).toEqual([]);
  const wrong = ['1234567', '123456789', 'XX123456', 'SC12345', 'SC1234567', 'SCABCDEF', ''];
  expect(wrong.filter(fits(companies))).toEqual([]);
  expect(['123456', '1234567', '12345', '12345678', '0123456'].filter(fits(england))).toEqual([
    '123456',
    '1234567',
  ]);
  expect(['SC012345', 'sc 012345', 'SC12345', '012345'].filter(fits(scotland))).toEqual([
    'SC012345',
    'sc 012345',
  ]);
  expect(['100123', 'NIC100123', '200123', 'NI100123'].filter(fits(ireland))).toEqual([
    '100123',
    'NIC100123',
  ]);
});

test('every register says where its shape was read', () => {
  expect(registers.filter(({ source, says }) => source === '' || says === '')).toEqual([]);
  expect(new Set(registers.map(({ key }) => key)).size).toBe(registers.length);
});

test('each condition holds to the sooner of its document and the day it is to be shown again', () => {
  expect(shownUntil(contract, form, { answers, on: '2027-06-10' })).toEqual([
    { condition: 'insured', until: '2027-12-31' },
    { condition: 'insured 2', until: '2027-08-31' },
    { condition: 'everyone checked', until: '2027-12-09' },
    { condition: 'certificate held', until: '2027-06-10' },
  ]);
  const longer = { ...answers, insured_proof: { file, expiresOn: '2030-12-31' } };
  expect(shownUntil(contract, form, { answers: longer, on: '2027-06-10' })[0]).toEqual({
    condition: 'insured',
    until: '2028-06-09',
  });
});

test('an application is decided by the sooner of what the page says and what it promises', () => {
  // 28 May 2027 is a Friday and 31 May a holiday in England: the tenth working day is 11 June.
  expect(decideBy(contract, '2027-05-28')).toBe('2027-06-11');
  const Promises = [
    'Applications to join are decided within 1 week, with reasons; if not, the applicant has joined.',
  ];
  const both = aContract({ opening, said: { Market, Promises } });
  expect(decideBy(both, '2027-05-28')).toBe('2027-06-03');
  expect(decideBy(aContract(), '2027-05-28')).toBeUndefined();
});

test('a decision rests on conditions of the page, each with its reason', () => {
  const reason = 'The certificate covers £1,000,000 and the page asks for £5,000,000.';
  const problems = (is: 'admitted' | 'refused', ...reasons: [string, string][]) =>
    decisionProblems(contract, {
      is,
      reasons: reasons.map(([condition, why]) => ({ condition, reason: why })),
    }).map(({ at, code }) => `${at.field}: ${code}`);
  expect(problems('admitted')).toEqual([]);
  expect(problems('admitted', ['insured', reason])).toEqual([
    'reasons: decision.admitted_with_reasons',
  ]);
  expect(problems('refused')).toEqual(['reasons: decision.without_reason']);
  expect(problems('refused', ['insured', reason], ['signers at most', 'Six have joined.'])).toEqual(
    [],
  );
  expect(
    problems('refused', ['experience', reason], ['insured', ' '], ['insured', reason]),
  ).toEqual([
    'reasons.1: decision.not_a_condition',
    'reasons.2: decision.reason_empty',
    'reasons.3: decision.condition_twice',
  ]);
});

test('what a provider has to show comes first among what is decided on, in the order of the page', () => {
  const keys = joiningConditions(contract).map(({ key }) => key);
  expect(keys.slice(0, 3)).toEqual(['registered body', 'insured', 'insured 2']);
  expect(keys.slice(-2)).toEqual(['joining days', 'signers at most']);
});

test('every example has a form of fields with a name each, and every condition its field', () => {
  expect(exampleNames.length).toBeGreaterThan(20);
  for (const name of exampleNames) {
    const { conditions, fields } = joiningForm(readContract(readExamplePage(name)).contract);
    const names = fields.map((field) => field.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((each) => !/^[a-z][a-z0-9_]*$/.test(each))).toEqual([]);
    const rested = new Set(fields.map(({ restsOn }) => restsOn));
    expect(conditions.filter(({ key }) => !rested.has(key))).toEqual([]);
  }
});

import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Length } from '../../calendar/index.ts';
import { findCurrency } from '../../money/index.ts';
import { assert, type Problem } from '../../problem/index.ts';
import { sourceOf } from '../page/source.ts';
import { tokensOf } from '../page/tokens.ts';
import { printMeasureDefinition } from '../print/print-measures.ts';
import { printDefinition } from '../print/print-rate-card.ts';
import { ofMeasures, readDefinition } from '../read/definition.ts';
import { sections } from '../sections.ts';
import type { Form, Term, TermOf } from '../wording/form.ts';
import { eachMatch } from '../wording/match.ts';
import { type Names, nameTable } from '../wording/names.ts';
import { getPlaceType, placeTypeNames } from '../wording/place-types.ts';
import { printTerm } from '../wording/print.ts';
import type { Part } from '../wording/template.ts';
import { exampleRows } from './examples.ts';
import { shapes } from './fact-shapes.ts';
import { power } from './footing.ts';
import { pricesMayMove } from './learning.ts';
import { measureAdditions, measureCores } from './measure.ts';
import { scheduleCells, scheduleRows } from './measures.ts';
import { openingForms } from './opening.ts';
import { additions, cores } from './outcome.ts';
import type { applicationsDecided } from './promises.ts';

/** The forms of each part of a page: those among which one sentence is read. */
const parts: readonly (readonly [string, readonly Form[]])[] = [
  ['Under the title', openingForms],
  ...sections
    .filter(({ forms }) => forms.length > 0)
    .map(({ heading, forms }) => [heading, forms] as const),
  ['A shape of facts', shapes],
  ['A row of a schedule', scheduleRows],
  ['A cell of a schedule', scheduleCells],
  ['A row of an example', exampleRows],
];

const currency = findCurrency('GBP');
assert(currency, 'pounds sterling are a currency');

const names: Names = {
  currency,
  unit: 'person',
  kinds: nameTable([
    'in settled housing',
    'employment',
    'level 1',
    'level 2',
    'level 3',
    'in hospital',
    'in custody',
    'reconviction',
    'release',
    'earnings',
    'in housing',
    'in jail',
    'care',
    'tutoring',
    'death',
    'moving away',
    'wish not to be followed',
    'Feels safe',
  ]),
  scores: nameTable(['goals score']),
  notForPay: nameTable([]),
  outcomes: nameTable(['Settled', 'Qualified', 'In work', 'Progress', 'Job', 'Feels safe']),
  measures: nameTable(['Fewer jail days', 'Fewer returns']),
  lines: nameTable(['Settled', 'Qualified', 'Fewer jail days', 'Fewer returns']),
  groups: nameTable(['leaving']),
  rows: nameTable(['time in work']),
  periods: nameTable(['summer term 2028', 'autumn term 2028']),
};

function termsOf(form: Form, sentence: string): Term[] {
  const text = sentence.replace(/\.$/, '');
  const tokens = tokensOf(text, { from: 0, to: text.length });
  const terms: Term[] = [];
  eachMatch(form, { reading: { text, tokens, names }, at: 0, isLenient: false }, (match) => {
    if (match.end === tokens.length) terms.push(match.term);
    return false;
  });
  return terms;
}

/** A value of each type of place, as it stands in a sentence. */
const values: Readonly<Record<string, string>> = {
  money: '£1,234.50',
  'money by group': '*time in work*',
  number: '7.5',
  count: '5',
  percent: '12.5%',
  length: '10 working days',
  notice: "1 month's notice",
  date: '1 October 2027',
  kinds: 'in settled housing, level 2 or employment',
  outcomes: 'Settled, Qualified and In work',
  measure: 'Fewer jail days',
  measures: 'Fewer jail days and Fewer returns',
  lines: 'Settled and Fewer jail days',
  'any outcome': 'Settled or In work',
  periods: 'summer term 2028 and autumn term 2028',
  cohorts: 'in summer term 2028 and autumn term 2028',
  level: '7.5%',
  base: 'that of summer term 2028',
  weights: '80% of Fewer jail days and 20% of Fewer returns',
  group: 'leaving',
  characteristics: 'area=Leeds and care=yes',
  hash: `sha256:${'a1'.repeat(32)}`,
  rule: 'page.longer_than_a_sheet',
  words: 'some words of the page',
  factor: '103.2%',
  'in years': 'in years 2 to 3',
  'day of the year': '1 April',
  currency: 'pounds sterling',
  'working days': 'England',
  kind: 'in settled housing',
  score: 'goals score',
  'number by group': '10',
  'length by group': '13 weeks',
  'times by group': 'up to 5 times',
  'amount by group': '£3,350',
  bound: 'more than 30 hours a week',
  anchor: 'attachment',
  states: 'claimed or waiting',
  period: 'summer term 2028',
  outcome: 'Settled',
  quantity: '20 hours a week',
  unit: 'hours a week',
  scope: 'person',
  participant: 'an organisation',
};

/** The sentences of a form: each option and each optional part, there and not there. */
function sentencesOf(form: Form): string[] {
  const optionals = form.parts.filter((part) => part.is === 'optional').length;
  const choicesMax = 5;
  const sentences = new Set<string>();
  for (let choice = 0; choice < choicesMax; choice += 1) {
    for (let chosen = 0; chosen < 2 ** optionals; chosen += 1) {
      sentences.add(sentenceOf(form.parts, choice, chosen));
    }
  }
  return [...sentences];
}

function sentenceOf(parts: readonly Part[], choice: number, chosen: number): string {
  let left = chosen;
  return parts
    .map((part) => {
      if (part.is === 'literal') return part.text;
      if (part.is === 'choice') return part.options[choice % part.options.length]?.text;
      if (part.is === 'place') return values[part.type] ?? `no value of type ${part.type}`;
      const isThere = left % 2 === 1;
      left = Math.floor(left / 2);
      return isThere ? sentenceOf(part.parts, choice, 0) : '';
    })
    .join('');
}

const printing = { currency, unit: 'person' };

describe.each(parts)('%s', (_, forms) => {
  test.each(forms.map((form) => [form.name, form] as const))(
    'the example of "%s" is read by that form alone, and prints back as it stands',
    (_name, form) => {
      const readBy = forms.filter((other) => termsOf(other, form.example).length > 0);
      expect(readBy.map((other) => other.name)).toEqual([form.name]);
      const [term] = termsOf(form, form.example);
      assert(term, 'the form reads its example');
      const stop = form.example.endsWith('.') ? '.' : '';
      expect(`${printTerm(form, term, printing)}${stop}`).toBe(form.example);
    },
  );

  test.each(forms.map((form) => [form.name, form] as const))(
    'whichever options and optional parts of "%s" are chosen, it is read by that form alone',
    (_name, form) => {
      for (const sentence of sentencesOf(form)) {
        const readBy = forms.filter((other) => termsOf(other, sentence).length > 0);
        expect([sentence, ...readBy.map((other) => other.name)]).toEqual([sentence, form.name]);
        const [term] = termsOf(form, sentence);
        assert(term, 'the form reads its own wording');
        expect(printTerm(form, term, printing)).toBe(sentence);
      }
    },
  );

  test('no two forms have one name, and each says what it means', () => {
    expect(new Set(forms.map((form) => form.name)).size).toBe(forms.length);
    for (const form of forms) expect(form.meaning).toMatch(/\.$/);
  });
});

/** A definition as it is read on a page, and the problems of reading it. */
function readDefinitionOf(definition: string, grammar?: typeof ofMeasures) {
  const problems: Problem[] = [];
  const source = sourceOf('', definition);
  const reader = { source, names, problems, ranges: new Map() };
  const terms = readDefinition(reader, { from: 0, to: definition.length }, grammar);
  return { terms: terms ?? [], problems };
}

type Printed = Readonly<{ name: string; definition: readonly Term[] }>;

const outcomes = (defined: Printed) => printDefinition(defined, printing);
const measures = (defined: Printed) => printMeasureDefinition(defined, printing);

describe.each([
  ['core', cores, { grammar: undefined, print: outcomes }],
  ['addition', additions, { grammar: undefined, print: outcomes }],
  ['core of a measure', measureCores, { grammar: ofMeasures, print: measures }],
  ['addition to a measure', measureAdditions, { grammar: ofMeasures, print: measures }],
] as const)('a %s of a definition', (_, declared, { grammar, print }) => {
  const forms: readonly Form[] = declared;
  test.each(forms.map((form) => [form.name, form] as const))(
    'the example of "%s" is read with it, and prints back as it stands',
    (name, form) => {
      const { terms, problems } = readDefinitionOf(form.example, grammar);
      expect(problems).toEqual([]);
      expect(terms.map((term) => term.form)).toContain(name);
      expect(print({ name: 'Settled', definition: terms })).toBe(form.example);
    },
  );

  test.each(forms.map((form) => [form.name, form] as const))(
    'whichever options and optional parts of "%s" are chosen, it prints as it is read',
    (_name, form) => {
      for (const sentence of sentencesOf(form)) {
        const [term] = termsOf(form, sentence);
        assert(term, `the form reads its own wording: ${sentence}`);
        expect(printTerm(form, term, printing)).toBe(sentence);
      }
    },
  );
});

test.each([[[...cores, ...additions]], [[...measureCores, ...measureAdditions]]])(
  'no two cores or additions have one name, and each says what it means',
  (declared) => {
    const forms: readonly Form[] = declared;
    expect(new Set(forms.map((form) => form.name)).size).toBe(forms.length);
    for (const form of forms) expect(form.meaning).toMatch(/\.$/);
  },
);

test.each(placeTypeNames)('the example of the type of place "%s" is read whole', (name) => {
  const type = getPlaceType(name);
  const tokens = tokensOf(type.example, { from: 0, to: type.example.length });
  const reads = [...type.read({ text: type.example, tokens, names }, 0)];
  const whole = reads.find(({ end }) => end === tokens.length);
  assert(whole, 'the example is a value of the type');
  expect(type.print(whole.value, printing)).toBe(type.example);
});

test('a sentence typed with a curly apostrophe is the same sentence', () => {
  const sentences = parts.flatMap(([, forms]) => forms);
  for (const form of sentences.filter(({ wording }) => wording.includes("'"))) {
    expect(termsOf(form, form.example.replaceAll("'", '’'))).not.toEqual([]);
  }
});

test('a term has the types of its places, though its wording takes several lines', () => {
  type Decided = TermOf<typeof applicationsDecided>;
  expectTypeOf<Decided['within']>().toEqualTypeOf<Length>();
  expectTypeOf<Decided['remedy']>().toEqualTypeOf<
    | 'the applicant has joined'
    | 'the accountable officer decides that day'
    | 'the commissioner says why in public'
  >();
  type Moves = TermOf<typeof pricesMayMove>;
  expectTypeOf<Moves['most']>().toEqualTypeOf<string>();
  expectTypeOf<Moves['notice']>().toEqualTypeOf<Length>();
});

test('notice may be written with any apostrophe or none, and is printed with one', () => {
  for (const words of ["3 months' notice", '3 months’ notice', 'three months notice']) {
    const sentence = `Prices may move by at most 10% at each review, with ${words}`;
    const [term] = termsOf(pricesMayMove, sentence);
    expect(term).toMatchObject({ notice: { count: 3, unit: 'month' } });
    assert(term, 'the sentence is read');
    expect(printTerm(pricesMayMove, term, printing)).toContain("with 3 months' notice");
  }
});

test('free words do not run on over a full stop into another sentence', () => {
  expect(termsOf(power, 'Power: section 1 of the Localism Act 2011.')).toHaveLength(1);
  expect(termsOf(power, 'Power: section 1.2 of the act, s. 3, U.S. Code')).toHaveLength(1);
  expect(termsOf(power, 'Power: section 1 of the act. Footing: light touch.')).toEqual([]);
});

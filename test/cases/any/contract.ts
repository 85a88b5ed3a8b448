import { chance as chanceOf } from '../../../src/chance/index.ts';
import {
  type Contract,
  type Form,
  forms,
  type KindDeclaration,
  sections,
  type Term,
} from '../../../src/contract/index.ts';
import { anyDefinition } from './definition.ts';
import { anyExamples } from './examples.ts';
import { anyMeasures } from './measures.ts';
import { anyTables } from './rate-card.ts';
import { anyTerm, canBeSaid } from './term.ts';
import { anyDay, anyValue } from './values.ts';
import { anyWorld, kindsOf, someOf, type World } from './world.ts';

/** A random contract that is right in itself: its page has no problem, unless names make one. */
export function anyContract(seed: number): Contract {
  const world = anyWorld(chanceOf(seed));
  return world.chance.happens(0.1) ? nobodyCounted(world) : counted(world);
}

function counted(world: World): Contract {
  const { chance, groups, outcomes: names } = world;
  const outcomes = names.map((name) => ({ name, definition: anyDefinition(world, name) }));
  const who = () => anyValue.words(world);
  const kinds = world.kinds.map((kind) => declaration(world, kind));
  // An outcome rests on those before it; the rate card may have them in any order.
  const ordered = chance.shuffle(outcomes);
  const measures = anyMeasures(world);
  const tables = anyTables(world, ordered);
  return {
    ...base(world),
    people: {
      groups: groups.map((name) => ({ name, who: who() })),
      terms: anyTerms(world, 'people', 1),
    },
    facts: { kinds },
    outcomes: {
      outcomes: ordered,
      tables,
      terms: names.length > 1 && chance.happens(0.3) ? [routes(world)] : [],
    },
    ...measures,
    periods: world.periods.map((name, at) => ({ name, from: anyDay(at), to: anyDay(at + 60) })),
    sections: withBands(world, tables, withReserve(anySections(world, () => true))),
    examples: anyExamples(world, outcomes, measures.measures),
  };
}

const notWithoutPeople = new Set(['prices', 'clock', 'limits']);

function nobodyCounted(world: World): Contract {
  const nothing = { kinds: [], outcomes: [], groups: [], rows: [], periods: [], measures: [] };
  const nobody: World = { ...world, ...nothing };
  const page = base(nobody);
  return {
    ...page,
    opening: [...page.opening, { form: forms.opening.noOneIsCounted.name }],
    sections: anySections(nobody, (key) => !notWithoutPeople.has(key)),
  };
}

function base(world: World): Contract {
  const { chance } = world;
  return {
    language: 1,
    title: chance.pick([
      'Leaving care well',
      '1. A title (with marks): “all” & more 50%',
      'Zürich',
    ]),
    opening: anyOpening(world),
    people: { groups: [], terms: [] },
    facts: { kinds: [] },
    outcomes: { outcomes: [], tables: [], terms: [] },
    periods: [],
    sections: {},
    notes: anyNotes(world),
    examples: [],
  };
}

function anyOpening(world: World): Term[] {
  const { opening } = forms;
  const buyer = { currency: 'GBP', from: '2027-04-01', to: anyDay(world.chance.whole(0, 999)) };
  const said = (form: Form, given = {}) => [anyTerm(form, world, given)];
  const maybe = (form: Form, given = {}) => (world.chance.happens(0.5) ? said(form, given) : []);
  return [
    ...said(opening.buys, buyer),
    ...maybe(opening.spends),
    ...said(opening.workingDays),
    ...said(opening.language, { version: 1 }),
    ...(world.unit === 'person' ? maybe(opening.unit) : said(opening.unit)),
    ...maybe(opening.yearsRun),
    ...maybe(opening.version, { number: 2 }),
  ];
}

const noteTexts = [
  'Binds nobody.',
  'Two lines\nof one note.',
  '- a list\n\n  with a gap',
  '> a note in a note',
  '| a | table |\n| - | - |',
  '```\ncode\n```',
  '# a heading',
];

function anyNotes({ chance }: World): Contract['notes'] {
  if (chance.happens(0.5)) return [];
  const headings = ['', ...sections.map(({ heading }) => heading)];
  const notes = someOf(chance, headings).map((section) => ({
    section,
    text: chance.pick(noteTexts),
  }));
  return notes.toSorted((a, b) => headings.indexOf(a.section) - headings.indexOf(b.section));
}

function declaration(world: World, kind: World['kinds'][number]): KindDeclaration {
  const { chance } = world;
  const { factShape } = forms;
  const unit = kind.unit === undefined ? {} : { unit: kind.unit };
  const better = chance.pick(['higher', 'lower']);
  const shapes: Record<typeof kind.shape, Term> = {
    spell: { form: factShape.spell.name, ...unit },
    occurrence: { form: factShape.occurrence.name, ...unit },
    score: { form: factShape.score.name, low: '0', high: '40', better },
    levels: { form: factShape.levels.name },
  };
  const sources = someOf(chance, ['the police', 'payroll', 'O’Neill & Co', 'the (north) team']);
  const isAnyone = chance.happens(0.2) || !sources.includes('the police');
  const ranked = !isAnyone && sources.length > 1 && chance.happens(0.5);
  const from = isAnyone ? [] : sources;
  return { names: kind.names, shape: shapes[kind.shape], sources: from, ranked };
}

// Sentences of which a section has one at most.
const alternatives: readonly (readonly string[])[] = [
  ['rounding', 'rounding of the total'],
  ['taking part ends', 'open-ended'],
  ['recovery', 'recovery share'],
  ['signers', 'signers at most'],
  ['danger', 'no danger'],
  ['payer share', 'payer of the first', 'payer of a fixed amount'],
];
// Sentences that are right only beside others.
const needOthers = ['bands', 'limit of a count', 'payer limit', 'attached here'];

const repeated = new Set(['baseline share', 'pauses', 'limit', 'grant']);

/** What must be so where a sentence of this form is right. */
function given(form: Form, world: World): Record<string, unknown> {
  switch (form.name) {
    case 'settled':
    case 'grants paid':
      return { within: { count: 4, unit: 'week' } };
    case 'grant':
    case 'shared grant':
    case 'named grant':
      return { years: { first: 1 } };
    case 'fee':
    case 'shared fee':
    case 'named fee':
      return { first: '2027-04-01', count: 1 };
    case 'fee on a day':
    case 'shared fee on a day':
    case 'named fee on a day':
    case 'advance on a day':
      return { day: '2027-04-01' };
    case 'pot by results':
      return { ceiling: '1000000000.00' };
    case 'pauses':
    case 'pauses all':
      return { kinds: someOf(world.chance, kindsOf(world, ['spell'])) };
    case 'payer of the first':
    case 'payer of a fixed amount':
      return { payer: 'Northshire Health', rest: 'the commissioner' };
    default:
      return {};
  }
}

function anyTerms(world: World, key: string, most: number): Term[] {
  const section = sections.find((each) => each.key === key);
  const unsaid = new Set([...needOthers, 'reserve', 'no reserve', 'share', 'waived']);
  const sayable = (section?.forms ?? []).filter(
    (form) => !unsaid.has(form.name) && canBeSaid(form, world),
  );
  if (sayable.length === 0) return [];
  const picked: Form[] = [];
  for (let count = world.chance.whole(0, most); count > 0; count -= 1) {
    const form = world.chance.pick(sayable);
    const same = alternatives.find((names) => names.includes(form.name)) ?? [form.name];
    const isFree = !picked.some((other) => same.includes(other.name));
    if (isFree || repeated.has(form.name)) picked.push(form);
  }
  return picked.map((form) => anyTerm(form, world, given(form, world)));
}

function anySections(world: World, isAllowed: (key: string) => boolean): Contract['sections'] {
  const read: Record<string, Term[]> = {};
  for (const { key } of sections) {
    if (['people', 'facts', 'outcomes', 'measures', 'examples'].includes(key) || !isAllowed(key))
      continue;
    const terms = anyTerms(world, key, 4);
    if (terms.length > 0) read[key] = terms;
  }
  return read;
}

/** A page that names a sum says what happens when it runs out. */
function withReserve(said: Contract['sections']): Contract['sections'] {
  const unreserved = { form: forms.payment.noReserve.name };
  return { ...said, payment: [...(said.payment ?? []), unreserved] };
}

/** A page with bands says what they count. */
function withBands(
  world: World,
  tables: Contract['outcomes']['tables'],
  said: Contract['sections'],
): Contract['sections'] {
  const rows = tables.flatMap((table) => table.rows);
  const outcomes = [...new Set(rows.flatMap((row) => ('bandOf' in row ? [row.bandOf] : [])))];
  if (outcomes.length === 0) return said;
  const bands = anyTerm(forms.prices.bands, world, { outcomes });
  return { ...said, prices: [...(said.prices ?? []), bands] };
}

function routes({ outcomes }: World): Term {
  return { form: forms.outcomes.either.name, first: [outcomes[0]], second: [outcomes[1]] };
}

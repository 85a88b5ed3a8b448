import {
  type Contract,
  type ExampleRow,
  forms,
  type Outcome,
  type PlaceValues,
  type Term,
} from '../../../src/contract/index.ts';
import { anyDay, anyMoney, anyValue } from './values.ts';
import { kindsOf, type World } from './world.ts';

const { exampleRow: form } = forms;

/** Worked examples with rows of every sort. What they pay is not worked out here. */
export function anyExamples(
  world: World,
  outcomes: readonly Outcome[],
  measures: Contract['measures'],
): Contract['examples'] {
  const { chance } = world;
  return Array.from({ length: chance.whole(0, 3) }, (_, at) => {
    const asAt = chance.happens(0.3) ? { asAt: anyDay(900) } : {};
    const pays = chance.happens(0.3)
      ? []
      : outcomes.slice(0, 2).map((each) => anyPayment(world, each));
    const rows = [attached(world), ...anyRows(world, outcomes)];
    return {
      title: `${chance.pick(['Sam settles', 'Åsa (and others) & 50%', 'O’Neill’s “week”'])} ${at}`,
      rows: [
        ...(chance.happens(0.3) ? ofSeveral(world, rows) : rows),
        ...anyEstimates(world, measures),
      ],
      ...asAt,
      total: pays.length === 0 ? '0.00' : anyMoney(chance.whole(1, 9000), 5000),
      pays,
    };
  });
}

/** An estimate of each measure that is estimated, of one of its cohorts. */
function anyEstimates(world: World, measures: Contract['measures']): ExampleRow[] {
  const { chance } = world;
  return (measures?.measures ?? []).flatMap(({ name, definition: [core, whom] }) => {
    if (core?.form !== forms.measure.estimated.name) return [];
    const cohorts = core.cohorts as PlaceValues['cohorts'];
    const cohort = 'periods' in cohorts ? chance.pick(cohorts.periods) : '2027-04-01';
    const isOfEach = whom?.per === 'each provider';
    const what = {
      form: form.estimatedRow.name,
      measure: name,
      ...(isOfEach ? { provider: 'Bright Futures' } : {}),
      value: '8.39%',
      ...(chance.happens(0.5) ? { low: '-1%', high: '14.1%' } : {}),
      cohort,
      ...(chance.happens(0.5) ? { signer: 'the evaluator' } : {}),
      ...(chance.happens(0.5) ? { known: anyDay(900) } : {}),
    };
    return [{ day: anyDay(800), what }];
  });
}

function anyPayment({ chance }: World, { name }: Outcome) {
  const days = Array.from({ length: chance.whole(1, 3) }, (_, at) => anyDay(100 + at));
  const outcome = chance.happens(0.2) ? chance.pick(['grant', 'pot', 'deduction']) : name;
  return { amount: anyMoney(chance.whole(1, 900), 5000), outcome, days };
}

/** The same happens to two, and a provider joins and leaves. */
function ofSeveral({ chance }: World, rows: readonly ExampleRow[]): ExampleRow[] {
  const isOfProvider = ({ what }: ExampleRow) => what.form === form.discountRow.name;
  const twice = rows.flatMap((row) =>
    isOfProvider(row)
      ? [row]
      : [
          { ...row, who: 'Åsa' },
          { ...row, who: 'O’Neill 2' },
        ],
  );
  const provider = 'Bright Futures';
  const joined = { day: anyDay(0), what: { form: form.providerJoinedRow.name, provider } };
  const left = { day: anyDay(700), what: { form: form.providerLeftRow.name, provider } };
  return chance.happens(0.5) ? [joined, ...twice, left] : twice;
}

function attached(world: World): ExampleRow {
  const { chance, groups } = world;
  const isSaid = groups.length > 1 || chance.happens(0.5);
  const group = isSaid ? { group: chance.pick(groups) } : {};
  const having = chance.happens(0.3) ? { characteristics: anyValue.characteristics(world) } : {};
  return {
    day: anyDay(0),
    what: { form: form.attachedRow.name, provider: 'Bright Futures', ...group, ...having },
  };
}

function anyRows(world: World, outcomes: readonly Outcome[]): ExampleRow[] {
  const { chance } = world;
  return Array.from({ length: chance.whole(0, 5) }, (_, at) => ({
    day: anyDay(at + 1),
    what: anyRow(world, outcomes),
  }));
}

function anyRow(world: World, outcomes: readonly Outcome[]): Term {
  const { chance } = world;
  const known = chance.happens(0.3) ? { known: anyDay(800) } : {};
  const state = chance.happens(0.2) ? { state: 'claimed' } : {};
  const source = chance.happens(0.2) ? { source: 'the police' } : {};
  const spell = world.kinds.find(({ shape }) => shape === 'spell');
  const paid = world.kinds.find(({ unit }) => unit === 'hours a week');
  const [score] = kindsOf(world, ['score']);
  const level = chance.pick([...kindsOf(world, ['levels']), ...kindsOf(world, ['occurrence'])]);
  const claimed = outcomes.find(({ definition }) => definition[0]?.form === 'claimed');
  const rows: (Term | undefined)[] = [
    { form: form.referredRow.name, ...known },
    { form: form.referredRow.name, provider: 'Zürich House', ...known },
    { form: form.leftRow.name, provider: 'Bright Futures' },
    { form: form.discountRow.name, share: '6%', provider: 'Bright Futures' },
    spell && {
      form: form.spellRow.name,
      kind: spell.names[0],
      to: anyDay(400),
      ...source,
      ...known,
      ...state,
    },
    spell && { form: form.openSpellRow.name, kind: spell.names[0], known: anyDay(600) },
    paid && {
      form: form.spellRow.name,
      kind: paid.names[0],
      value: { value: '16', unit: 'hours a week' },
      to: anyDay(300),
    },
    score === undefined ? undefined : { form: form.scoreRow.name, score, value: '24', ...known },
    { form: form.occurrenceRow.name, kind: level, ...source, ...known, ...state },
    { form: form.completeRow.name, kind: level, source: 'the police', to: anyDay(500) },
    claimed && { form: form.claimRow.name, outcome: claimed.name, ...known, ...state },
  ];
  return chance.pick(rows.filter((row) => row !== undefined));
}

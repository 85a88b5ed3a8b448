import { type Contract, forms, type Term } from '../../../src/contract/index.ts';
import { anyTerm } from './term.ts';
import { anyValue } from './values.ts';
import { kindsOf, someOf, type World } from './world.ts';

const { measure: is, measures: said } = forms;

type AnyMeasure = Readonly<{ name: string; definition: readonly Term[]; isPercent: boolean }>;

/** Measures of every sort with all that they must say, what they pay, and to whom. */
export function anyMeasures(world: World): Pick<Contract, 'measures'> {
  const measures = world.measures.map((name) => anyMeasure(world, name));
  if (measures.length === 0) return {};
  return {
    measures: {
      measures: measures.map(({ name, definition }) => ({ name, definition })),
      schedules: measures
        .filter(() => world.chance.happens(0.5))
        .map((measure) => ({ measure: measure.name, rows: anyRows(world, measure) })),
      terms: measures.flatMap((measure) => anySentences(world, measure)),
    },
  };
}

function anyMeasure(world: World, name: string): AnyMeasure {
  const { chance } = world;
  const whom = chance.pick(['referred', 'attached']);
  const events = kindsOf(world, ['occurrence', 'spell', 'levels']);
  const kinds = { kinds: someOf(chance, events), whom };
  const recorded = record(world);
  const [core, rest, isPercent, vouched = []] = chance.pick([
    () => [anyTerm(is.number, world, { whom }), [notKnown(world)], false] as const,
    () => [anyTerm(is.share, world, { whom }), [notKnown(world)], true] as const,
    () => [anyTerm(is.shareWith, world, kinds), [], true, recorded] as const,
    () => [anyTerm(is.perHead, world, kinds), [], false, recorded] as const,
    () => [anyTerm(is.perOneWithAny, world, kinds), [], false, recorded] as const,
    () => [anyTerm(is.shareHaving, world, { whom }), [], true] as const,
    () =>
      [anyTerm(is.estimated, world, { whom }), [anyTerm(is.estimateUsed, world)], true] as const,
  ])();
  const isTaken = core.form !== is.estimated.name;
  const isWithin = isTaken && core.form !== is.shareHaving.name && chance.happens(0.5);
  const length = { count: chance.whole(1, 24), unit: 'month' };
  const from = whom === 'referred' ? 'referral' : 'attachment';
  return {
    name,
    isPercent,
    definition: [
      core,
      anyTerm(is.forWhom, world),
      ...(isWithin ? [anyTerm(is.within, world, { from, length })] : []),
      ...vouched,
      ...(isTaken ? [taken(world)] : []),
      ...rest,
    ],
  };
}

function record({ chance }: World): readonly Term[] {
  return chance.happens(0.5)
    ? [{ form: is.presumed.name }]
    : [{ form: is.completeRecord.name, source: 'the police' }];
}

function taken(world: World): Term {
  const after = { count: world.chance.whole(1, 30), unit: 'week' };
  return world.chance.happens(0.5)
    ? anyTerm(is.takenAfter, world, { after })
    : anyTerm(is.takenAtEnd, world);
}

function notKnown(world: World): Term {
  return anyTerm(is.notKnown, world);
}

function anyRows(world: World, { isPercent }: AnyMeasure) {
  const level = (number: number) => (isPercent ? `${number}%` : String(number));
  const unit = isPercent ? 'point' : 'one';
  const cell = () => {
    const above = level(20);
    return world.chance.pick([
      anyTerm(said.paid, world),
      { form: said.paidEach.name, each: anyValue.money(world), unit },
      { ...anyTerm(said.paidAndEach, world), unit, above },
    ]);
  };
  return [
    { value: { form: said.under.name, under: level(20) }, pays: cell() },
    { value: { form: said.fromTo.name, least: level(20), under: level(65) }, pays: cell() },
    { value: { form: said.orMore.name, least: level(65) }, pays: cell() },
  ];
}

function anySentences(world: World, { name, definition, isPercent }: AnyMeasure): Term[] {
  const { chance } = world;
  const least = isPercent ? '7.5%' : '1.55';
  const each = {
    measure: name,
    unit: isPercent ? 'percentage point' : 'one',
    above: isPercent ? '30%' : '0',
  };
  const isShared = definition.some(({ per }) => per === 'the programme');
  const shared = chance.happens(0.5)
    ? [anyTerm(said.sharedAmong, world, { measure: name })]
    : [anyTerm(said.goesTo, world, { measure: name, share: '100%' })];
  return [
    chance.pick([
      anyTerm(said.paysOnce, world, { measure: name, least }),
      anyTerm(said.paysEach, world, each),
    ]),
    ...(world.outcomes.length > 0 && chance.happens(0.3) ? [gateOf(world, name, least)] : []),
    ...(isShared ? shared : []),
  ];
}

function gateOf(world: World, measure: string, least: string): Term {
  return anyTerm(said.gate, world, { measure, least, lines: someOf(world.chance, world.outcomes) });
}

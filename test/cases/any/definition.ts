import { forms, type Term } from '../../../src/contract/index.ts';
import { anyTerm } from './term.ts';
import { kindsOf, someOf, type World } from './world.ts';

const { outcome: form } = forms;

type Definition = Readonly<{ core: Term; fitting: readonly Term[]; isCounted?: boolean }>;

/** What an outcome is: a core over kinds of the right shape, and additions in any allowed mix. */
export function anyDefinition(world: World, name: string): readonly Term[] {
  const { chance } = world;
  const { core, fitting, isCounted } = anyCore(world, name);
  const others = world.outcomes.slice(0, world.outcomes.indexOf(name));
  const rest = [
    ...fitting,
    ...(isCounted ? [] : [anyTerm(form.times, world)]),
    ...anyWindow(world, core.form === 'absent'),
    ...maybe(chance.happens(0.2) && others.length > 0, () =>
      anyTerm(form.onlyAfter, world, { outcomes: someOf(chance, others) }),
    ),
    ...maybe(chance.happens(0.2) && others.length > 0, () =>
      anyTerm(form.takesThePlaceOf, world, { outcomes: someOf(chance, others) }),
    ),
    ...maybe(chance.happens(0.2), () => anyTerm(form.states, world)),
    ...maybe(chance.happens(0.2), () => anyTerm(form.knownWithin, world)),
  ];
  const place = (term: Term) => form.additions.findIndex((each) => each.name === term.form);
  return [core, ...rest.toSorted((a, b) => place(a) - place(b))];
}

function maybe(isThere: boolean, make: () => Term): Term[] {
  return isThere ? [make()] : [];
}

/** At most one window; an absence has one with an end. */
function anyWindow(world: World, isNeeded: boolean): Term[] {
  const { chance, periods } = world;
  if (!isNeeded && chance.happens(0.5)) return [];
  const opens = { opens: { count: 2, unit: 'week' }, length: { count: 15, unit: 'day' } };
  const bounded = () =>
    chance.happens(0.5) ? anyTerm(form.within, world) : anyTerm(form.between, world, opens);
  if (isNeeded) return [bounded()];
  if (chance.happens(0.3)) return [anyTerm(chance.pick([form.after, form.by]), world)];
  if (chance.happens(0.2) && periods.length > 0) return [anyTerm(form.during, world)];
  return [chance.happens(0.5) ? bounded() : sinceThen(world)];
}

function sinceThen(world: World): Term {
  const to = world.chance.happens(0.5) ? { last: '2031-03-31' } : {};
  return { form: form.since.name, first: '2028-09-01', ...to };
}

function anyCore(world: World, name: string): Definition {
  const { chance } = world;
  const earlier = world.outcomes.slice(0, world.outcomes.indexOf(name));
  const pick = chance.pick([
    () => ({ core: anyTerm(form.claimed, world), fitting: [] }),
    () => happening(world),
    () => lasting(world),
    () => daily(world, earlier),
    () => absence(world),
    () => scored(world),
    () => summed(world),
    () => perUnit(world),
    () => composed(world, earlier),
  ]);
  return pick() ?? happening(world);
}

function happening(world: World): Definition {
  const { chance } = world;
  const levels = kindsOf(world, ['levels']);
  const kinds = [
    ...kindsOf(world, ['spell', 'occurrence']),
    ...levels.map((level) => (chance.happens(0.3) ? `${level} or above` : level)),
    'attached',
    'referred',
  ];
  return { core: { form: form.happens.name, kinds: someOf(chance, kinds) }, fitting: [] };
}

function lasting(world: World): Definition {
  const { chance } = world;
  const isBound = chance.happens(0.3) && kindsOf(world, ['spell'], 'hours a week').length > 0;
  const kinds = someOf(chance, kindsOf(world, ['spell'], isBound ? 'hours a week' : undefined));
  const core = anyTerm(form.lasts, world, { kinds });
  const { atLeast: _dropped, ...plain } = core;
  const isTotal = core.how === 'in total';
  const length = isTotal && !isRow(core.length) ? { length: { count: 13, unit: 'week' } } : {};
  const bound = isBound ? { atLeast: { least: '16', strictly: false, unit: 'hours a week' } } : {};
  const { gap: _gap, ...total } = plain;
  const fitting = [
    ...maybe(chance.happens(0.3), () => lessDays(world)),
    ...maybe(chance.happens(0.3), () => anyTerm(form.whileAttached, world)),
  ];
  return { core: { ...(isTotal ? total : plain), ...length, ...bound } as Term, fitting };
}

function isRow(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'row' in value;
}

function lessDays(world: World): Term {
  const kinds = someOf(world.chance, kindsOf(world, ['spell']));
  return { form: form.less.name, kinds };
}

function daily(world: World, earlier: readonly string[]): Definition {
  const { chance } = world;
  const kinds = someOf(chance, kindsOf(world, ['spell']));
  const fitting = [
    ...maybe(chance.happens(0.5), () => lessDays(world)),
    ...maybe(chance.happens(0.5) && earlier.length > 0, () =>
      anyTerm(form.onceReached, world, { outcome: chance.pick(earlier) }),
    ),
  ];
  return { core: { form: form.eachDay.name, kinds }, fitting, isCounted: true };
}

function absence(world: World): Definition {
  const kinds = someOf(world.chance, kindsOf(world, ['occurrence']));
  const rest = world.chance.happens(0.5)
    ? { form: form.presumed.name }
    : { form: form.completeRecord.name, source: 'the police' };
  return { core: { form: form.absent.name, kinds }, fitting: [rest] };
}

function scored(world: World): Definition | undefined {
  if (kindsOf(world, ['score']).length === 0) return undefined;
  const core = anyTerm(
    world.chance.pick([form.improves, form.improvesByShare, form.reliable, form.scores]),
    world,
  );
  const threshold = core.form === form.reliable.name ? { by: '6' } : {};
  return { core: { ...core, ...threshold }, fitting: [] };
}

function summed(world: World): Definition | undefined {
  const kinds = kindsOf(world, ['occurrence'], 'money');
  if (kinds.length === 0) return undefined;
  const amount = { sum: '3350.00', unit: 'money' };
  return { core: { form: form.addsUp.name, kinds, amount }, fitting: [] };
}

function perUnit(world: World): Definition | undefined {
  const kinds = kindsOf(world, ['occurrence'], 'hours');
  if (kinds.length === 0) return undefined;
  return { core: { form: form.eachUnit.name, unit: 'hour', kinds }, fitting: [], isCounted: true };
}

function composed(world: World, earlier: readonly string[]): Definition | undefined {
  if (earlier.length === 0) return undefined;
  const of = world.chance.pick([form.allOf, form.anyOf]);
  return { core: { form: of.name, outcomes: someOf(world.chance, earlier) }, fitting: [] };
}

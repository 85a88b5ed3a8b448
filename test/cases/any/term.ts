import type { Form, PlaceValues, Term } from '../../../src/contract/index.ts';
import { anyValue } from './values.ts';
import type { World } from './world.ts';

/** A random term of a form: every place filled, each part that may be left out there or not. */
export function anyTerm(form: Form, world: World, given: Record<string, unknown> = {}): Term {
  return { form: form.name, ...anyPlaces(form.parts, world), ...given };
}

function anyPlaces(parts: Form['parts'], world: World): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const part of parts) {
    switch (part.is) {
      case 'literal':
        break;
      case 'place':
        values[part.name] = anyValue[part.type as keyof PlaceValues](world);
        break;
      case 'choice':
        values[part.name] = world.chance.pick(part.options).text;
        break;
      case 'optional':
        if (world.chance.happens(0.5)) Object.assign(values, anyPlaces(part.parts, world));
    }
  }
  return values;
}

/** Whether a page has the names that a form needs. */
export function canBeSaid(form: Form, world: World): boolean {
  const { outcomes, measures, groups, periods, kinds } = world;
  const has: Record<string, readonly unknown[]> = {
    outcome: outcomes,
    outcomes,
    measure: measures,
    measures,
    lines: outcomes,
    group: groups,
    period: periods,
    kind: kinds,
    kinds,
    score: kinds,
  };
  const types = form.wording.match(/(?<=:)[a-z ]+(?=\})/g) ?? [];
  return types.every((type) => has[type]?.length !== 0);
}

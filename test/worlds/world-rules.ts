import { type FactRules, factRules, type KindRule } from '../../src/facts/index.ts';
import { areas, completeSource, kinds, sources } from './random-plan.ts';
import type { World } from './world.ts';

type Shape = Pick<KindRule, 'shape' | 'value'>;

const shapes: Readonly<Record<keyof typeof kinds, Shape>> = {
  occurrences: { shape: 'occurrence', value: 'none' },
  spells: { shape: 'spell', value: 'optional' },
  pauses: { shape: 'spell', value: 'none' },
  exclusions: { shape: 'spell', value: 'none' },
  scores: { shape: 'score', value: 'required' },
  payments: { shape: 'occurrence', value: 'required' },
  fees: { shape: 'spell', value: 'required' },
  wages: { shape: 'spell', value: 'required' },
  units: { shape: 'occurrence', value: 'required' },
  offences: { shape: 'occurrence', value: 'none' },
  setAside: { shape: 'occurrence', value: 'none' },
};

/** What the page of a random world would say about its facts. */
export function rulesOf({ plan }: World): FactRules {
  const groups = [...(plan.versions[0]?.groups.values() ?? [])];
  const outcomes = new Set(groups.flatMap((group) => group.outcomes.map(({ name }) => name)));
  const declared = Object.entries(kinds).flatMap(([use, names]) =>
    names.map((name) => ({ name, ...shapes[use as keyof typeof kinds] })),
  );
  const claims = [...outcomes].map((name) => ({
    name,
    shape: 'occurrence' as const,
    value: 'none' as const,
  }));
  const measures = new Set(
    plan.versions.flatMap(({ whole }) => whole?.measures ?? []).map(({ name }) => name),
  );
  const estimates = [...measures].map((name) => ({
    ...({ name, shape: 'score', value: 'required' } as const),
    sources: [completeSource, ...sources],
    about: 'any' as const,
    notForPay: false,
  }));
  const ofPeople = [...declared, ...claims].map((rule) => ({
    ...rule,
    sources: [completeSource, ...sources],
    about: 'participant' as const,
    notForPay: false,
  }));
  return factRules({
    kinds: [...ofPeople, ...estimates],
    groups: groups.map(({ group }) => group),
    outcomes,
    characteristics: areas.map((area) => area.split('=')[0] as string),
  });
}

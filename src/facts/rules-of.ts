import {
  type Contract,
  type DeclaredKind,
  declaredKinds,
  forms,
  termsOf,
} from '../contract/index.ts';
import { parseDecimal } from '../money/index.ts';
import { builtInKinds } from './built-in-kinds.ts';
import type { FactRules, KindRule } from './fact.ts';

/** What the versions of a contract together say about the facts it rests on. */
export function rulesOf(contracts: readonly Contract[]): FactRules {
  const kinds = new Map(builtInKinds);
  for (const contract of contracts) {
    for (const kind of declaredKinds(contract).values()) kinds.set(kind.name, kindRule(kind));
    for (const { name, definition } of contract.outcomes.outcomes) {
      if (definition[0]?.form === 'claimed') kinds.set(name, claimRule(name));
    }
  }
  return {
    kinds,
    groups: new Set(contracts.flatMap(({ people }) => people.groups.map(({ name }) => name))),
    outcomes: new Set(
      contracts.flatMap(({ outcomes }) => outcomes.outcomes.map(({ name }) => name)),
    ),
    characteristics: new Set(contracts.flatMap(characteristicsOf)),
  };
}

function kindRule(kind: DeclaredKind): KindRule {
  const low = parseDecimal(kind.low ?? '');
  const high = parseDecimal(kind.high ?? '');
  return {
    name: kind.name,
    shape: kind.shape,
    value: kind.shape === 'score' || kind.unit ? 'required' : 'none',
    ...(low ? { valueMin: low } : {}),
    ...(high ? { valueMax: high } : {}),
    sources: kind.sources,
    about: 'participant',
    notForPay: false,
  };
}

/** A claim is an occurrence under the name of its outcome. */
function claimRule(name: string): KindRule {
  return {
    name,
    shape: 'occurrence',
    value: 'none',
    sources: [],
    about: 'participant',
    notForPay: false,
  };
}

/** The keys of the characteristics on which a price or an uplift depends. */
function characteristicsOf({ outcomes, sections }: Contract): string[] {
  const inColumns = outcomes.tables.flatMap(({ columns }) =>
    columns.flatMap((column) => column.with ?? []),
  );
  const inUplifts = termsOf(sections.prices ?? [], forms.prices.uplift).flatMap(
    (term) => term.characteristics,
  );
  return [...inColumns, ...inUplifts].map((each) => each.split('=')[0] ?? each);
}

import type { Contract, KindDeclaration } from './contract.ts';
import { occurrence, score, spell } from './forms/fact-shapes.ts';
import { payableKinds } from './reserved-kinds.ts';
import type { Term } from './wording/form.ts';
import type { ValueUnit } from './wording/place-values.ts';

/** What a page declares of one kind of fact. */
export type DeclaredKind = Readonly<{
  name: string;
  shape: 'spell' | 'occurrence' | 'score';
  unit?: ValueUnit;
  /** Of a score: its least and greatest value, and which way is better. */
  low?: string;
  high?: string;
  better?: 'higher' | 'lower';
  sources: readonly string[];
  ranked: boolean;
  /** Of a level: it and all above it, lowest first. */
  upward?: readonly string[];
}>;

/** Every kind that the page declares, one for each name. */
export function declaredKinds(contract: Contract): ReadonlyMap<string, DeclaredKind> {
  return new Map(
    contract.facts.kinds.flatMap((row) =>
      row.names.map((name, at) => [name, { name, ...shapeOf(row), ...upward(row, at) }] as const),
    ),
  );
}

/** Every kind on which an outcome may rest: those declared, and a referral or attachment itself. */
export function kindsToRestOn(contract: Contract): ReadonlyMap<string, DeclaredKind> {
  const builtIn = payableKinds.map(
    (name) => [name, { name, shape: 'occurrence', sources: [], ranked: false }] as const,
  );
  return new Map<string, DeclaredKind>([...builtIn, ...declaredKinds(contract)]);
}

function upward(row: KindDeclaration, at: number): Pick<DeclaredKind, 'upward'> {
  return row.shape.form === 'levels' ? { upward: row.names.slice(at) } : {};
}

function shapeOf({ shape, sources, ranked }: KindDeclaration): Omit<DeclaredKind, 'name'> {
  const from = { sources, ranked };
  if (shape.form === score.name) {
    const { low, high, better } = shape as Term &
      Record<'low' | 'high', string> & { better: 'higher' | 'lower' };
    return { shape: 'score', low, high, better, ...from };
  }
  const unit = shape.unit as ValueUnit | undefined;
  const isSpell = shape.form === spell.name;
  const plain = isSpell ? spell.name : occurrence.name;
  return { shape: plain, ...(unit && shape.form !== 'levels' ? { unit } : {}), ...from };
}

/** The kinds that a place in a sentence names: "level 2 or above" is it and those after it. */
export function kindsNamed(
  names: readonly string[],
  kinds: ReadonlyMap<string, DeclaredKind>,
): readonly string[] {
  return [
    ...new Set(
      names.flatMap((name) => {
        const base = name.replace(/ or above$/, '');
        return base === name ? [name] : (kinds.get(base)?.upward ?? [base]);
      }),
    ),
  ];
}

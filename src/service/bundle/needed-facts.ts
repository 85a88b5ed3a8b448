import { chainsOf, type Fact, type FactRules } from '../../facts/index.ts';

/**
 * What a settlement can rest on of these facts, and no more: nobody is shown what came later, what
 * is recorded only to show what happened, or a cell that no term of the page reads. Who came and
 * who left is kept whole, as one is checked against the other.
 */
export function neededFacts(
  facts: readonly Fact[],
  { rules, knownBy }: Readonly<{ rules: FactRules; knownBy: number }>,
): readonly Fact[] {
  const chains = chainsOf(facts)
    .filter((chain) => chain.some((link) => isNeeded(link, rules)))
    .map((chain) => ({ chain, isKnown: chain.some(({ known }) => known <= knownBy) }));
  const known = chains.filter(({ isKnown }) => isKnown).flatMap(({ chain }) => chain);
  const seen = new Set(known.map(({ participant }) => participant));
  const stays = chains.filter(({ chain, isKnown }) => {
    const [first] = chain;
    return !isKnown && first !== undefined && isStay(first) && seen.has(first.participant);
  });
  const needed = [...known, ...stays.flatMap(({ chain }) => chain)];
  return needed.map((fact) => withNeededCells(fact, rules));
}

function isNeeded(fact: Fact, { kinds }: FactRules): boolean {
  if (fact.kind === 'withdrawn') return false;
  return isStay(fact) || kinds.get(fact.kind)?.notForPay !== true;
}

function isStay({ kind }: Fact): boolean {
  return kind === 'attached' || kind === 'referred' || kind === 'left';
}

/** Without a source that the page does not name, a reason and a characteristic it does not read. */
function withNeededCells(fact: Fact, { kinds, characteristics }: FactRules): Fact {
  const { source, method, with: own, ...rest } = fact;
  const rule = kinds.get(fact.kind);
  const isNamed = fact.kind === 'complete' || (rule?.sources.length ?? 0) > 0;
  const read = own?.filter((each) => characteristics.has(each.split('=')[0] ?? '')) ?? [];
  return {
    ...rest,
    ...(source !== undefined && isNamed ? { source } : {}),
    ...(method !== undefined && excepted.has(method) ? { method } : {}),
    ...(read.length > 0 ? { with: read } : {}),
  };
}

/** What a page can except from its limits of recovery. */
const excepted: ReadonlySet<string> = new Set(['fraud', 'false records']);

import { basename } from 'node:path';
import { chainsOf, type Fact, factCells } from '../../facts/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import { keysOf, type PaidResult, rekeyFacts, rekeyResult } from '../../settlement/index.ts';
import { withGiven } from '../previous/with-given.ts';
import {
  type Ground,
  loadGround,
  type Settled,
  type SettleRequest,
  settleGround,
} from '../settle.ts';
import { type Bundle, personalData, sealed } from './bundle.ts';

/** A bundle, and the settlement that it holds. */
export type Bundled = Settled & Readonly<{ bundle: Bundle }>;

/** Settles, and puts what was settled into one file under new keys. */
export async function makeBundle(request: SettleRequest): Promise<Result<Bundled>> {
  const loaded = await loadGround(request);
  if (!loaded.ok) return loaded;
  const ground = loaded.value;
  const settled = settleGround(ground, request.onProgress);
  const bundle = bundleOf(ground, settled.result);
  return { ok: true, value: { ...settled, bundle } };
}

/** The same settlement under new keys, checked to come to the same money, line by line. */
export function bundleOf(ground: Ground, result: PaidResult): Bundle {
  const { previous: before, pages } = ground;
  const facts = neededFacts(ground);
  const last = before === undefined || before === 'none' ? [] : [before];
  const keys = keysOf(facts, [result, ...last]);
  const previous = before === undefined || before === 'none' ? before : rekeyResult(before, keys);
  const rekeyed = withGiven(
    {
      ...ground,
      facts: rekeyFacts(facts, keys),
      ...(previous === undefined ? {} : { previous }),
    },
    (ground.erased ?? []).map((each) => keys.participants.get(each) ?? each),
  );
  assert(rekeyed.ok, 'new keys name the same participants');
  const again = settleGround(rekeyed.value).result;
  assert(isSameMoney(again, rekeyResult(result, keys)), 'new keys change no line');
  const { language, engine, asAt, knownAt } = again;
  return sealed({
    bundle: 1,
    personalData,
    language,
    engine,
    asAt,
    knownAt,
    pages: pages.map(({ name, text }) => ({ name: basename(name), text })),
    facts: rekeyed.value.facts.map(factCells),
    ...(previous === undefined ? {} : { previous }),
    result: again,
  });
}

/**
 * The facts of which something was known by then: nobody is shown what came later. Who came and who
 * left is kept whole, as one is checked against the other.
 */
function neededFacts({ facts, asAt }: Ground): readonly Fact[] {
  const chains = chainsOf(facts).map((chain) => {
    return { chain, isKnown: chain.some(({ known }) => known <= asAt.knownBy) };
  });
  const known = chains.filter(({ isKnown }) => isKnown).flatMap(({ chain }) => chain);
  const seen = new Set(known.map(({ participant }) => participant));
  const stays = chains.filter(({ chain, isKnown }) => {
    const [first] = chain;
    return !isKnown && first !== undefined && isStay(first) && seen.has(first.participant);
  });
  return [...known, ...stays.flatMap(({ chain }) => chain)];
}

function isStay({ kind }: Fact): boolean {
  return kind === 'attached' || kind === 'referred' || kind === 'left';
}

function isSameMoney(one: PaidResult, other: PaidResult): boolean {
  const moneyOf = ({ lines, notPaid, outstanding }: PaidResult) =>
    JSON.stringify([lines, notPaid, outstanding]);
  return moneyOf(one) === moneyOf(other);
}

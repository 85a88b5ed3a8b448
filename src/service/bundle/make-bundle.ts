import { basename } from 'node:path';
import { factCells, rulesOf } from '../../facts/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import { keysOf, type PaidResult, rekeyFacts, rekeyResult } from '../../settlement/index.ts';
import { withGiven } from '../previous/with-given.ts';
import {
  type Ground,
  loadGround,
  type Settled,
  type SettleRequest,
  settleGround,
} from '../settling/settle.ts';
import { type Bundle, personalData, sealed } from './bundle.ts';
import { neededFacts } from './needed-facts.ts';

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
  const rules = rulesOf(pages.map(({ read }) => read.contract));
  const facts = neededFacts(ground.facts, { rules, knownBy: ground.asAt.knownBy });
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

function isSameMoney(one: PaidResult, other: PaidResult): boolean {
  const left = ({ outstanding }: PaidResult) => JSON.stringify(outstanding);
  return (
    isSameList(one.lines, other.lines) &&
    isSameList(one.notPaid, other.notPaid) &&
    left(one) === left(other)
  );
}

// One after the other: the text of all may be longer than a text can be.
function isSameList(one: readonly object[], other: readonly object[]): boolean {
  const isSame = (each: object, at: number) => JSON.stringify(each) === JSON.stringify(other[at]);
  return one.length === other.length && one.every(isSame);
}

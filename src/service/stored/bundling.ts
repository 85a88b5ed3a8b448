import type { Fact } from '../../facts/index.ts';
import { assert, type Result } from '../../problem/index.ts';
import { planOf } from '../../settlement/index.ts';
import { factsInRows } from '../../store/facts/index.ts';
import type { WholeResult } from '../../store/money/index.ts';
import { findFirstDifference } from '../bundle/first-difference.ts';
import { jsonPieces } from '../bundle/json-pieces.ts';
import { bundleOf } from '../bundle/make-bundle.ts';
import { bundleNotAsKept } from '../bundle/problems.ts';
import { openFact } from '../facts-in/open-fact.ts';
import { pageOf } from '../pages/load-pages.ts';
import { type Ground, settleGround } from '../settling/settle.ts';
import { groundOf } from './ground-of.ts';
import type { BundleAbout, BundleAsked, SealedFacts } from './settling.ts';

/** Puts a settlement of what is in a store into a bundle, where that is asked for. */
export type Bundling = Readonly<{
  takeFacts: (facts: SealedFacts) => Result<null>;
  takeText: (of: 'before' | 'kept', text: string) => void;
  bundle: (asked: BundleAsked) => Result<BundleAbout>;
  nextText: () => string | undefined;
}>;

/**
 * A bundle is made of objects: its facts and results are held as such, twice over, until all of it
 * has been given as text.
 */
export function openBundling(programme: string): Bundling {
  const facts: Fact[] = [];
  const texts = { before: [] as string[], kept: [] as string[] };
  let text: Iterator<string> | undefined;
  return {
    takeFacts: ({ bytes, keys }) => {
      for (const sealed of factsInRows(bytes)) {
        const key = keys.get(sealed.participant);
        if (key === undefined) continue;
        const opened = openFact(key, programme, sealed);
        if (!opened.ok) return opened;
        facts.push(opened.value);
      }
      return { ok: true, value: null };
    },
    takeText: (of, piece) => {
      texts[of].push(piece);
    },
    bundle: (asked) => {
      const previous = texts.before.length === 0 ? 'none' : resultIn(texts.before);
      const ground = groundFor(asked, facts, previous);
      if (!ground.ok) return ground;
      const { result } = settleGround(ground.value);
      const otherwise = findFirstDifference(resultIn(texts.kept), result);
      if (otherwise) return { ok: false, problems: [bundleNotAsKept(otherwise)] };
      const bundle = bundleOf(ground.value, result);
      text = jsonPieces(bundle);
      return { ok: true, value: { digest: bundle.digest, facts: bundle.facts.length } };
    },
    nextText: () => {
      assert(text, 'a bundle is made before its text is asked for');
      let some = '';
      while (some.length < textAtOnce) {
        const { value, done } = text.next();
        if (done === true) return some === '' ? undefined : some;
        some += value;
      }
      return some;
    },
  };
}

const textAtOnce = 1 << 18;

function resultIn(texts: readonly string[]): WholeResult {
  return JSON.parse(texts.join('')) as WholeResult;
}

function groundFor(
  { pages: given, ...asked }: BundleAsked,
  facts: readonly Fact[],
  previous: WholeResult | 'none',
): Result<Ground> {
  const pages = given.map(({ name, text }) => pageOf(name, text));
  const [first, ...others] = pages;
  assert(first, 'a settlement rests on a page');
  const plan = planOf(pages.map(({ read }) => read.contract));
  if (!plan.ok) return plan;
  const whole = { pages: [first, ...others], plan: plan.value } as const;
  return groundOf(whole, { ...asked, previous, facts });
}

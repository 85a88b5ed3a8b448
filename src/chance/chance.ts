import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { assert } from '../problem/index.ts';
import { stateOf } from './state-of.ts';

/**
 * Chance that can be had again: the same seed gives the same draws, on any machine. Chance is
 * always passed in; nothing above the line may find its own.
 */
export type Chance = Readonly<{
  /** A whole number from the least to the most, both possible, each as likely as another. */
  whole(min: number, max: number): number;
  /** A number from 0 up to but not including 1. */
  fraction(): number;
  /** One of the items, each as likely as another. */
  pick<T>(items: readonly T[]): T;
  /** The items in a random order, each order as likely as another; the given list is unchanged. */
  shuffle<T>(items: readonly T[]): T[];
  /** Yes with this probability, which is from 0 to 1. */
  happens(probability: number): boolean;
  /**
   * Chance of its own for a part of the work. It depends on the seed and the labels that lead to
   * it, and not on what was drawn before, so that a part added elsewhere changes nothing here.
   */
  fork(label: string | number): Chance;
}>;

/** Chance from a seed: xoroshiro128+ (Blackman and Vigna, 2018). */
export function chance(seed: number | string): Chance {
  const generator = xoroshiro128plusFromState(stateOf(String(seed)));
  const whole = (min: number, max: number): number => {
    const isRange = Number.isSafeInteger(min) && Number.isSafeInteger(max) && min <= max;
    assert(isRange, 'a whole number is drawn between two safe whole numbers, the lesser first');
    return uniformInt(generator, min, max);
  };
  const fraction = (): number => uniformFloat64(generator);
  return {
    whole,
    fraction,
    pick: (items) => {
      assert(items.length > 0, 'there is something to pick from');
      return items[whole(0, items.length - 1)] as (typeof items)[number];
    },
    shuffle: (items) => shuffled(items, whole),
    happens: (probability) => {
      assert(probability >= 0 && probability <= 1, 'a probability is from 0 to 1');
      return fraction() < probability;
    },
    fork: (label) => chance(`${seed}/${String(label).replaceAll('/', '//')}`),
  };
}

/** Fisher and Yates's shuffle, in Durstenfeld's form (1964). */
function shuffled<T>(items: readonly T[], whole: Chance['whole']): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = whole(0, last);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

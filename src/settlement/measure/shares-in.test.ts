import { expect, test } from 'vitest';
import { aMeasure, below } from '../../../test/support/makers/measures.ts';
import { aVersion, planFrom } from '../../../test/support/makers/plan.ts';
import { aWhole } from '../../../test/support/makers/whole.ts';
import type { MeasurePlan } from '../plan/measure-plan.ts';
import { sharesIn } from './shares-in.ts';

const number = { is: 'number', outcomes: ['Settled'] } as const;

function sharesOf(...versions: readonly (readonly MeasurePlan[] | undefined)[]) {
  return [
    ...sharesIn(
      planFrom(
        versions.map((measures, at) =>
          aVersion([], { version: at + 1, ...(measures ? { whole: aWhole({ measures }) } : {}) }),
        ),
      ),
    ),
  ];
}

test('shares are what is told in per cent: shares, rates, and what is told as a share of another', () => {
  expect(
    sharesOf([
      aMeasure({ name: 'Share' }),
      aMeasure({ name: 'Rate', core: { is: 'rate', outcomes: [] } }),
      aMeasure({ name: 'Share with', core: { is: 'share with', kinds: [] } }),
      aMeasure({ name: 'Share having', core: { is: 'share having', with: [] } }),
      aMeasure({ name: 'Relative', core: number, against: below(2) }),
      aMeasure({
        name: 'Share of',
        core: number,
        against: { ...below(2, false), how: 'share of' },
      }),
      aMeasure({ name: 'Signed', core: { is: 'estimated', bound: 'low' }, inPercent: true }),
      aMeasure({ name: 'Weighted', core: { is: 'weighted', parts: [] }, inPercent: true }),
    ]),
  ).toEqual([
    'Share',
    'Rate',
    'Share with',
    'Share having',
    'Relative',
    'Share of',
    'Signed',
    'Weighted',
  ]);
  const kinds = { kinds: [] } as const;
  expect(
    sharesOf([
      aMeasure({ name: 'a', core: number }),
      aMeasure({ name: 'b', core: { is: 'per head', ...kinds } }),
      aMeasure({ name: 'c', core: { is: 'per one with any', ...kinds } }),
      aMeasure({ name: 'd', core: { is: 'total', ...kinds } }),
      aMeasure({ name: 'e', core: { is: 'mean', ...kinds } }),
      aMeasure({ name: 'f', core: { is: 'mean change', kind: 'score', better: 'higher' } }),
      aMeasure({ name: 'g', core: { is: 'estimated', bound: 'low' } }),
      aMeasure({ name: 'h', core: { is: 'weighted', parts: [] } }),
      aMeasure({ name: 'i', core: number, against: below(2, false) }),
    ]),
  ).toEqual([]);
});

test('of a measure that changed with a version the latest terms say what it is', () => {
  const share = aMeasure({ name: 'Same' });
  const count = aMeasure({ name: 'Same', core: number });
  expect(sharesOf([share], [count])).toEqual([]);
  expect(sharesOf([count], undefined, [share])).toEqual(['Same']);
});

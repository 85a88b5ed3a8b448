import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isProtected, type ProtectionAct, protectionOf, protectionProblems } from './index.ts';

const set = (account: string): ProtectionAct => ({ act: 'set', account });
const unset = (account: string): ProtectionAct => ({ act: 'unset', account });

function codes(acts: readonly ProtectionAct[], next: ProtectionAct): readonly string[] {
  return protectionProblems(acts, next).map(({ code }) => code);
}

test('one worker sets the flag at once, whoever it is and however it stands', () => {
  expect(isProtected([])).toBe(false);
  expect(isProtected([set('Ann')])).toBe(true);
  for (const acts of [[], [set('Ann')], [set('Ann'), unset('Ben')]]) {
    expect(codes(acts, set('Cem'))).toEqual([]);
  }
});

test('one worker alone does not unset it, not even the one who set it, nor by asking twice', () => {
  expect(protectionOf([set('Ann'), unset('Ann')])).toEqual({ is: 'protected', unsetBy: 'Ann' });
  expect(codes([set('Ann'), unset('Ann')], unset('Ann'))).toEqual(['protection.same_worker_twice']);
  expect(isProtected([set('Ann'), unset('Ben'), unset('Ben')])).toBe(true);
});

test('two different workers unset it', () => {
  expect(codes([set('Ann'), unset('Ann')], unset('Ben'))).toEqual([]);
  expect(isProtected([set('Ann'), unset('Ann'), unset('Ben')])).toBe(false);
});

test('whoever sets it in between makes both start again', () => {
  expect(isProtected([set('Ann'), unset('Ben'), set('Cem'), unset('Dan')])).toBe(true);
  expect(isProtected([set('Ann'), unset('Ben'), set('Ben'), unset('Ben'), unset('Cem')])).toBe(
    false,
  );
});

test('what is not set cannot be unset, nor saved up for later', () => {
  expect(codes([], unset('Ann'))).toEqual(['protection.not_set']);
  expect(isProtected([unset('Ann'), set('Cem'), unset('Ben')])).toBe(true);
});

test('whatever was done, after it was last set two different workers had to unset it', () => {
  const act = fc.record({
    act: fc.constantFrom('set' as const, 'unset' as const),
    account: fc.constantFrom('Ann', 'Ben', 'Cem'),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      const last = acts.map((each) => each.act).lastIndexOf('set');
      const wanted = new Set(acts.slice(last + 1).map(({ account }) => account));
      expect(isProtected(acts)).toBe(last !== -1 && wanted.size < 2);
    }),
  );
});

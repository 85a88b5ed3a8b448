// As much of vitest as the tests of money, ledger and settlement use, for `runner.mjs`: a test is
// told to whoever collects it, and is not run. What is expected is vitest's own.
import { format } from 'node:util';
import {
  chai,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import fc from 'fast-check';

// A test that fails needs no smaller example, and with one seed a mutant has one fate.
fc.configureGlobal({ seed: 7, endOnFailure: true });

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** @type {import('vitest').ExpectStatic} */
export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect);
Object.assign(expect, { getState: () => getState(expect), setState: (to) => setState(to, expect) });
expect.setState({ assertionCalls: 0, isExpectingAssertions: false, testPath: '' });

/** Tests over so many lines that each takes seconds; others see the same mutants. */
const long = [/over 100,000 lines/, /4,180 families/, /jobs pay \d+ dollars$/];

const parts = [];
const preparations = [];

export function describe(name, body) {
  parts.push(name);
  body();
  parts.pop();
}

/** What is to be done before tests; done anew for each, as each is asked about another mutant. */
export function beforeAll(prepare) {
  preparations.push({ prepare, file: globalThis.collectedFrom, within: [...parts] });
}

export function test(name, run) {
  const within = [...parts];
  const whole = [...within, name].join(' ');
  if (long.some((each) => each.test(whole))) return;
  const file = globalThis.collectedFrom;
  const prepared = async () => {
    for (const each of preparations) {
      const isOver = each.file === file && each.within.every((part, at) => part === within[at]);
      if (isOver) await each.prepare();
    }
    await run();
  };
  globalThis.collectTest({ name: whole, run: prepared });
}

test.each = (rows) => (name, run) => {
  for (const row of rows) {
    const values = Array.isArray(row) ? row : [row];
    const places = name.match(/%[sdij]/g)?.length ?? 0;
    test(format(name, ...values.slice(0, places)), () => run(...values));
  }
};

import { type FactRules, factRules, type KindRule } from '../../src/facts/index.ts';
import { fraction } from '../../src/money/index.ts';

const spell: KindRule = {
  name: 'in settled housing',
  shape: 'spell',
  value: 'none',
  sources: ['housing team', 'landlord'],
  about: 'participant',
  notForPay: false,
};

/** What a small page says about its facts: a spell, a score and an estimate besides the built-in. */
export const pageRules: FactRules = factRules({
  kinds: [
    spell,
    {
      ...spell,
      name: 'goals',
      shape: 'score',
      value: 'required',
      sources: [],
      valueMin: fraction(0),
      valueMax: fraction(100),
    },
    { ...spell, name: 'estimate', shape: 'score', value: 'required', sources: [], about: 'cohort' },
  ],
  groups: ['leaving', 'staying'],
  outcomes: ['Settled', 'Progress'],
  characteristics: ['area'],
});

/** Every sentence form of the language, by the section in which it stands. */
export * as before from './before.ts';
export * as clock from './clock.ts';
export * as exampleRow from './examples.ts';
export * as factShape from './fact-shapes.ts';
export * as footing from './footing.ts';
export * as learning from './learning.ts';
export * as limits from './limits.ts';
export * as market from './market.ts';
export * as opening from './opening.ts';
export * as outcome from './outcome.ts';
export * as outcomes from './outcomes.ts';
export * as payment from './payment.ts';
export * as people from './people.ts';
export * as prices from './prices.ts';
export * as promises from './promises.ts';
export * as proof from './proof.ts';
export * as voice from './voice.ts';

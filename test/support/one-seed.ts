// Properties are tried on the same examples wherever the tests run: a failure is everybody's, and
// stays until it is mended. SEED=n asks about others.
import fc from 'fast-check';

const { SEED = '7' } = process.env;
fc.configureGlobal({ seed: Number(SEED) });

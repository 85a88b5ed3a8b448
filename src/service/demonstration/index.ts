export { loadDemonstration } from './load-demonstration.ts';
export { password, type SignIn, signIns } from './people.ts';

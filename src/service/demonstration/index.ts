export { loadDemonstration } from './load-demonstration.ts';
export { password, signIns } from './people.ts';

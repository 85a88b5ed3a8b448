export { type Chance, chance } from './chance.ts';

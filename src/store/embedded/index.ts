export { dataFolder } from './data-folder.ts';
export { type Embedded, openEmbedded } from './open-embedded.ts';

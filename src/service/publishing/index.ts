export { publishFigures } from './publish-figures.ts';
export { publishedFigures } from './published-figures.ts';

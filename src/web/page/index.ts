export { pageScreens } from './screens.ts';

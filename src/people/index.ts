export { isAboutSafety } from './is-about-safety.ts';
export { neutralName } from './neutral-name.ts';

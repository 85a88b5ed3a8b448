export { findOwnProgramme, type OwnProgramme } from './find-own-programme.ts';
export {
  type ProgrammeTab,
  ProgrammeTabs,
  programmeAddress,
  programmeTrail,
} from './programme-tabs.tsx';
export { PublishedFigures } from './published-figures.tsx';
export { programmesScreens } from './screens.ts';

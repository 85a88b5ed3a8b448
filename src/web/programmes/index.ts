export { findOwnProgramme, type OwnProgramme } from './find-own-programme.ts';
export { ProgrammeTabs, programmeTrail } from './programme-tabs.tsx';

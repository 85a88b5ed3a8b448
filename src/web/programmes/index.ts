export { findOwnProgramme, type OwnProgramme } from './find-own-programme.ts';
export { ProgrammeTabs, programmeTrail } from './programme-tabs.tsx';
export { showUnpublished } from './unpublished-page.tsx';

export { enterMember } from './enter.ts';
export { foundOrganisation } from './found.ts';

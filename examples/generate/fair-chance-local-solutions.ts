import { type FairChanceProject, fairChance } from './making/fair-chance.ts';

/** People who achieved each outcome, as published: the INDIGO data set, Government Outcomes Lab. */
export const project: FairChanceProject = {
  name: 'fair-chance-local-solutions',
  provider: 'Local Solutions',
  counts: {
    assessments: [138, 125, 105],
    movedIn: 130,
    home: [122, 115, 99, 85],
    education: 113,
    qualifications: [48, 56, 0],
    employment: 46,
    partTime: [6, 1],
    fullTime: [26, 19],
    volunteering: [4, 1, 1, 1],
  },
};

export const factFiles = () => fairChance(project);

import { type FairChanceProject, fairChance } from './making/fair-chance.ts';

/** People who achieved each outcome, as published: the INDIGO data set, Government Outcomes Lab. */
export const project: FairChanceProject = {
  name: 'fair-chance-depaul',
  provider: 'Depaul UK',
  counts: {
    assessments: [209, 182, 126],
    movedIn: 192,
    home: [188, 179, 165, 142],
    education: 91,
    qualifications: [23, 11, 1],
    employment: 57,
    partTime: [2, 0],
    fullTime: [30, 20],
    volunteering: [16, 13, 0, 0],
  },
};

export const factFiles = () => fairChance(project);

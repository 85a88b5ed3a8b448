import { type FairChanceProject, fairChance } from './making/fair-chance.ts';

/** People who achieved each outcome, as published: the INDIGO data set, Government Outcomes Lab. */
export const project: FairChanceProject = {
  name: 'fair-chance-fusion',
  provider: 'Fusion Housing',
  counts: {
    assessments: [345, 295, 271],
    movedIn: 293,
    home: [282, 267, 235, 199],
    education: 172,
    qualifications: [33, 9, 9],
    employment: 153,
    partTime: [18, 13],
    fullTime: [93, 70],
    volunteering: [30, 17, 12, 15],
  },
};

export const factFiles = () => fairChance(project);

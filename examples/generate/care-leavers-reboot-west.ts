import { careLeavers, type Project } from './making/care-leavers.ts';

/**
 * The people who achieved each outcome and how often it was paid, as published: INDIGO-POJ-0121 of the
 * INDIGO data set, Government Outcomes Lab. How often is the sum paid over the price.
 */
export const project: Project = {
  name: 'care-leavers-reboot-west',
  provider: '1625 Independent People',
  engaged: 241,
  cells: {
    'Right education': { people: 231, claims: 527 },
    'Consistent relationship': { people: 225, claims: 453 },
    'Feels safe': { people: 230, claims: 482 },
    'Manages home and costs': { people: 227, claims: 466 },
    'Own goal': { people: 136, claims: 202 },
    'Begins a course': { people: 132, claims: 145 },
    'A quarter of the course': { people: 109, claims: 121 },
    'Half of the course': { people: 94, claims: 106 },
    'Level 1': { people: 41, claims: 43 },
    'Level 2': { people: 33, claims: 33 },
    'Level 3': { people: 10, claims: 11 },
    'Begins higher education': { people: 10, claims: 10 },
    'A year of higher education': { people: 4, claims: 4 },
    'Two years of higher education': { people: 2, claims: 2 },
    'Completes higher education': { people: 3, claims: 3 },
    'Enters work experience': { people: 29, claims: 29 },
    'A week of work experience': { people: 19, claims: 19 },
    'Four weeks of work experience': { people: 6, claims: 6 },
    'Enters employment': { people: 126, claims: 126 },
    'Earns £768': { people: 114, claims: 114 },
    'Earns £1,631': { people: 102, claims: 102 },
    'Earns £3,350': { people: 73, claims: 73 },
    'Earns £8,155': { people: 41, claims: 41 },
  },
};

export const factFiles = () => careLeavers(project);

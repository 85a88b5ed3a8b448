import { careLeavers, type Project } from './making/care-leavers.ts';

/**
 * The people who achieved each outcome and how often it was paid, as published: INDIGO-POJ-0122 of the
 * INDIGO data set, Government Outcomes Lab. How often is the sum paid over the price.
 */
export const project: Project = {
  name: 'care-leavers-i-aspire',
  provider: 'Depaul UK',
  engaged: 264,
  cells: {
    'Right education': { people: 240, claims: 706 },
    'Consistent relationship': { people: 235, claims: 521 },
    'Feels safe': { people: 227, claims: 593 },
    'Manages home and costs': { people: 137, claims: 221 },
    'Own goal': { people: 90, claims: 120 },
    'Begins a course': { people: 99, claims: 99 },
    'A quarter of the course': { people: 90, claims: 90 },
    'Half of the course': { people: 88, claims: 88 },
    'Level 1': { people: 48, claims: 50 },
    'Level 2': { people: 21, claims: 22 },
    'Level 3': { people: 6, claims: 6 },
    'Begins higher education': { people: 13, claims: 13 },
    'A year of higher education': { people: 9, claims: 9 },
    'Two years of higher education': { people: 5, claims: 5 },
    'Completes higher education': { people: 2, claims: 2 },
    'Enters work experience': { people: 4, claims: 4 },
    'A week of work experience': { people: 3, claims: 3 },
    'Four weeks of work experience': { people: 1, claims: 1 },
    'Enters employment': { people: 159, claims: 159 },
    'Earns £768': { people: 149, claims: 149 },
    'Earns £1,631': { people: 129, claims: 129 },
    'Earns £3,350': { people: 103, claims: 103 },
    'Earns £8,155': { people: 72, claims: 72 },
  },
};

export const factFiles = () => careLeavers(project);

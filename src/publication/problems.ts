import { noPlace, type Problem } from '../problem/index.ts';
import type { Period } from './publication-periods.ts';

export function periodOpen({ to }: Period, settledTo: string): Problem {
  return {
    code: 'publication.period_open',
    severity: 'error',
    at: { ...noPlace(), field: 'period' },
    message: `The period ends on ${to}, and settlements are approved to ${settledTo} only.`,
    help: 'Publish it once everything to its last day is settled and approved.',
  };
}

export function periodOutOfRhythm({ from, to }: Period, rhythm: string): Problem {
  return {
    code: 'publication.period_out_of_rhythm',
    severity: 'error',
    at: { ...noPlace(), field: 'period' },
    message: `${from} to ${to} is no ${rhythm} counted from the first day of the contract.`,
    help: `Choose a whole ${rhythm} of the contract.`,
  };
}

export function periodPublished({ from, to }: Period, before: Period): Problem {
  return {
    code: 'publication.period_already_published',
    severity: 'error',
    at: { ...noPlace(), field: 'period' },
    message: `${from} to ${to} shares days with ${before.from} to ${before.to}, published before.`,
    help: 'Leave it as published; what has changed since is part of a later period.',
  };
}

export function partOfAnother(title: string): Problem {
  return {
    code: 'publication.part_of_another',
    severity: 'error',
    at: noPlace(),
    message: `This page is a subcontract under "${title}", whose figures hold its own.`,
    help: 'Publish the figures of the page above it alone.',
  };
}

/** What lines are called that are for no outcome and no measure, in examples and in results. */
export const otherLines: readonly string[] = [
  'grant',
  'fee',
  'advance',
  'pot',
  'guarantee',
  'deduction',
  'adjustment',
];

/** A plan as readable JSON: fractions as n/d, days as numbers, maps as objects. */
export function written(value: unknown, indent?: number): string {
  return JSON.stringify(
    value,
    (_, each) => {
      if (typeof each === 'bigint') return `${each}`;
      if (each instanceof Map) return Object.fromEntries(each);
      if (each?.isWorking !== undefined) return `working days of ${each.place}`;
      if (each?.denominator !== undefined) return `${each.numerator}/${each.denominator}`;
      return each;
    },
    indent,
  );
}

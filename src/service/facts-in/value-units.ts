import { type Contract, declaredKinds, printingOf } from '../../contract/index.ts';

/** What the value of a fact is counted in, by the kind: "hours a week"; a score has no unit. */
export function valueUnits(contract: Contract): (kind: string) => string | undefined {
  const kinds = declaredKinds(contract);
  const { name } = printingOf(contract).currency;
  return (kind) => kinds.get(kind)?.unit?.replace('money', name);
}

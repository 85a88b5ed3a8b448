import { type Contract, declaredKinds } from '../../contract/index.ts';

const builtIn: ReadonlySet<string> = new Set(['adjustment', 'discount', 'agreed']);

/**
 * Whether the value of a kind of fact tells of money. Whoever may not see amounts is neither shown
 * such a value nor writes one.
 */
export function tellsMoney(contract: Contract): (kind: string) => boolean {
  const kinds = declaredKinds(contract);
  return (kind) => {
    const unit = kinds.get(kind)?.unit;
    return builtIn.has(kind) || unit === 'money' || unit === 'money a week';
  };
}

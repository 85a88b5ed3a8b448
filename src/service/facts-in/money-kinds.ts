import { type Contract, declaredKinds, findTerm, forms } from '../../contract/index.ts';
import type { Actor } from '../access/index.ts';
import { isCaseWorker } from '../programmes/is-case-worker.ts';
import { withoutAmounts } from '../programmes/without-amounts.ts';

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

/**
 * A name that the page gives, as whoever asks may read it: case workers read no amount in one,
 * though a page may call an outcome "Earns £768" or a group "under £10,000".
 */
export function namesFor(actor: Actor, contract: Contract | undefined): (name: string) => string {
  const buys = contract && findTerm(contract.opening, forms.opening.buys);
  const currency = buys?.currency ?? 'GBP';
  return isCaseWorker(actor) ? (name) => withoutAmounts(name, currency) : (name) => name;
}

/** What stands against facts, as whoever asks may read it: it names what the page has names for. */
export function toldTo(
  actor: Actor,
  contract: Contract | undefined,
): <Told extends Readonly<{ message: string; help: string }>>(problem: Told) => Told {
  const named = namesFor(actor, contract);
  return (problem) => {
    return { ...problem, message: named(problem.message), help: named(problem.help) };
  };
}

import { type DayNumber, dayNumber } from '../../calendar/index.ts';
import { type Contract, findTerm, forms, parseShare } from '../../contract/index.ts';
import { assert } from '../../problem/index.ts';
import { clauseOf } from './clause-of.ts';
import { minorUnits } from './minor-units.ts';
import type { PaymentPlan, RecoveryPlan, ReservePlan } from './payment-plan.ts';
import { sentencesIn } from './sentences-in.ts';
import { moneyOfGroup } from './value-of-group.ts';
import { workingDaysIn } from './working-days-in.ts';

const { payment, opening } = forms;

/** The terms of payment of the version in force on a day; versions in their order. */
export function paymentPlanOf(contracts: readonly Contract[], day: DayNumber): PaymentPlan {
  const inForce = contracts.findLast((each) => {
    const from = findTerm(each.opening, opening.version)?.from;
    return from === undefined || dayNumber(from) <= day;
  });
  const contract = inForce ?? contracts[0];
  assert(contract, 'a settlement has a page');
  const terms = sentencesIn(contract, 'payment');
  const settled = findTerm(terms, payment.settled);
  const onAccount = findTerm(terms, payment.onAccount);
  const held = findTerm(terms, payment.held);
  const questioned = findTerm(terms, payment.questioned);
  const working = workingDaysIn(contract);
  return {
    ...(settled && { settled: { clause: clauseIn(settled.form), within: settled.within } }),
    ...lateOf(contract),
    ...(onAccount && {
      onAccount: { clause: clauseIn(onAccount.form), share: parseShare(onAccount.share) },
    }),
    ...(held && {
      held: { clause: clauseIn(held.form), ...(held.most ? { most: held.most } : {}) },
    }),
    ...(questioned && {
      questioned: { clause: clauseIn(questioned.form), open: questioned.open },
    }),
    ...recoveryOf(contract),
    ...reserveOf(contract),
    ...(working ? { working } : {}),
  };
}

function clauseIn(form: string): string {
  return clauseOf('Payment', form, 0);
}

function lateOf(contract: Contract): Pick<PaymentPlan, 'late'> {
  const late = findTerm(sentencesIn(contract, 'payment'), payment.latePayment);
  if (!late) return {};
  const { rate, base } = late;
  const clause = clauseIn(late.form);
  return { late: { clause, rate: parseShare(rate), ...(base === undefined ? {} : { base }) } };
}

function recoveryOf(contract: Contract): Pick<PaymentPlan, 'recovery'> {
  const said = recoverySaid(contract);
  if (!said) return {};
  const recovery: RecoveryPlan = {
    clause: clauseIn(said.form),
    ...('after' in said ? { after: said.after } : {}),
    ...(said.most === undefined ? {} : { most: parseShare(said.most) }),
    except: exceptedMethods(contract),
  };
  return { recovery };
}

/** A page says it once: with a length or without. */
function recoverySaid(contract: Contract) {
  const terms = sentencesIn(contract, 'payment');
  return findTerm(terms, payment.recovery) ?? findTerm(terms, payment.recoveryShare);
}

/** For what, as a fact's method says it, there is no limit to how late money is taken back. */
export function exceptedMethods(contract: Contract): readonly string[] {
  return recoverySaid(contract)?.except?.split(' or ') ?? [];
}

function reserveOf(contract: Contract): Pick<PaymentPlan, 'reserve'> {
  const said = findTerm(sentencesIn(contract, 'payment'), payment.reserve);
  if (!said) return {};
  const groups = contract.people.groups.map(({ name }) => {
    return [name, moneyOfGroup(contract, said.amount, name)] as const;
  });
  const spend = findTerm(contract.opening, opening.spends)?.most;
  const reserve: ReservePlan = {
    clause: clauseIn(said.form),
    amounts: new Map(groups),
    ...(spend === undefined ? {} : { spend: minorUnits(contract, spend) }),
  };
  return { reserve };
}

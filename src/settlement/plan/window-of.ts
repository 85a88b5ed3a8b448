import { dayNumber } from '../../calendar/index.ts';
import {
  type AnchorValue,
  type Contract,
  findTerm,
  forms,
  type Term,
} from '../../contract/index.ts';
import type { Anchor, WindowPlan } from './plan.ts';
import { lengthOfGroup } from './value-of-group.ts';
import { workingDaysIn } from './working-days-in.ts';

const { outcome: said } = forms;

/** The window of a definition, where it has one. */
export function windowOf(
  contract: Contract,
  definition: readonly Term[],
  group: string,
): WindowPlan | undefined {
  const window = plainWindow(contract, definition, group);
  const working = workingDaysIn(contract);
  return window && working ? { ...window, working } : window;
}

function plainWindow(
  contract: Contract,
  definition: readonly Term[],
  group: string,
): WindowPlan | undefined {
  const within = findTerm(definition, said.within);
  if (within) {
    const length = lengthOfGroup(contract, within.length, group);
    return { anchor: anchorOf(within.anchor), starts: 'on the day', length };
  }
  const between = findTerm(definition, said.between);
  if (between) {
    const { anchor, opens, length } = between;
    return { anchor: anchorOf(anchor), starts: 'on the day', opensAfter: opens, length };
  }
  const after = findTerm(definition, said.after);
  if (after) return { anchor: anchorOf(after.anchor), starts: 'the next day' };
  const by = findTerm(definition, said.by);
  if (by) return { anchor: contractStart, starts: 'on the day', lastDay: dayNumber(by.last) };
  const during = findTerm(definition, said.during)?.period;
  const period = contract.periods.find((each) => each.name === during);
  if (period) {
    const days = { firstDay: dayNumber(period.from), lastDay: dayNumber(period.to) };
    return { anchor: contractStart, starts: 'on the day', ...days };
  }
  const since = findTerm(definition, said.since);
  if (!since) return undefined;
  return {
    anchor: contractStart,
    starts: 'on the day',
    firstDay: dayNumber(since.first),
    ...(since.last ? { lastDay: dayNumber(since.last) } : {}),
  };
}

const contractStart: Anchor = { is: 'contract' };

function anchorOf(value: AnchorValue): Anchor {
  return value;
}

import { formatMoney, type Money } from '../../money/index.ts';
import { noPlace, type Problem } from '../../problem/index.ts';

export function outputOverInput(path: string): Problem {
  return {
    code: 'output.over_input',
    severity: 'error',
    at: noPlace(path),
    message: 'This file is read as a page or as facts, and would be lost if it were written over.',
    help: 'Give another name for what is to be written.',
  };
}

export function outputAmongFacts(path: string): Problem {
  return {
    code: 'output.among_facts',
    severity: 'error',
    at: noPlace(path),
    message: 'This file would stand in a folder of facts, and be read as facts the next time.',
    help: 'Give it a place outside that folder.',
  };
}

export function journalLinesOverMost(count: number): Problem {
  return {
    code: 'journal.lines_over_most',
    severity: 'error',
    at: noPlace(),
    message: `This settlement has ${count} lines, and a journal by line has at most 100000.`,
    help: 'Leave out --by line: by clause, its entries add up the same lines.',
  };
}

export function lineUnknown(line: string, near: string | undefined): Problem {
  return {
    code: 'why.line_unknown',
    severity: 'error',
    at: noPlace(),
    message: `There is no line ${line} in this settlement.`,
    help:
      near === undefined
        ? 'Take the name of a line from `outturn statement`, and put it in quotation marks.'
        : `Did you mean "${near}"?`,
  };
}

export function participantUnknown(reference: string, near: string | undefined): Problem {
  return {
    code: 'why.participant_unknown',
    severity: 'error',
    at: noPlace(),
    message: `There are no facts about a participant ${reference}.`,
    help:
      near === undefined ? 'Check the reference as the facts have it.' : `Did you mean ${near}?`,
  };
}

export function reserveUsedUp(path: string, { units, currency }: Money): Problem {
  const left = formatMoney({ units: units < 0n ? -units : units, currency });
  return {
    code: 'payment.reserve_used_up',
    severity: 'warning',
    at: noPlace(path),
    message:
      units < 0n
        ? `${left} more than may be spent is owed or set aside.`
        : `What may be spent is owed or set aside but for ${left}, too little for anyone more.`,
    help: 'Refer nobody else until an attachment ends or the page may spend more.',
  };
}

export function kindsWithoutEffect(kinds: readonly (readonly [string, number])[]): Problem {
  const counted = kinds.map(([kind, count]) => `${kind} (${count})`);
  return {
    code: 'fact.kind_without_effect',
    severity: 'warning',
    at: noPlace(),
    message: `Facts of these kinds change nothing in what is owed yet: ${counted.join(', ')}.`,
    help: 'They are kept. Until Outturn acts on them, take account of them by hand.',
  };
}

export function discountNotTaken(count: number): Problem {
  const they = count === 1 ? '1 discount changes' : `${count} discounts change`;
  return {
    code: 'fact.discount_not_taken',
    severity: 'warning',
    at: noPlace(),
    message: `${they} nothing, as the page takes no provider's discount from any price.`,
    help: 'Add "Each provider\'s discount is taken from every outcome." to Prices if it is agreed.',
  };
}

export function disputeNotHeld(count: number): Problem {
  const they = count === 1 ? '1 dispute holds' : `${count} disputes hold`;
  return {
    code: 'fact.dispute_not_held',
    severity: 'warning',
    at: noPlace(),
    message: `${they} nothing back, as the page does not say that what is disputed is held.`,
    help: 'Add "Only what is disputed is held; the rest is paid on time." to Payment if agreed.',
  };
}

export function neverAttached(participants: readonly string[]): Problem {
  const count = participants.length;
  const they =
    count === 1 ? '1 participant has facts and was' : `${count} participants have facts and were`;
  return {
    code: 'fact.participant_never_attached',
    severity: 'warning',
    at: noPlace(),
    message: `${they} never attached or referred: ${firstOf(participants)}.`,
    help: 'Nothing is owed for them. See whether their reference is written otherwise elsewhere.',
  };
}

export function providerNotRecorded(name: string, like: string | undefined): Problem {
  const check = 'See whether its name is written otherwise elsewhere.';
  return {
    code: 'fact.provider_never_recorded',
    severity: 'warning',
    at: noPlace(),
    message: `The page names the provider "${name}", and no fact does.`,
    help: like === undefined ? check : `Facts name "${like}": if that is meant, write both alike.`,
  };
}

export function attachedOutside(ids: readonly string[], why: string): Problem {
  const count = ids.length;
  const they =
    count === 1 ? '1 attachment or referral is' : `${count} attachments or referrals are`;
  return {
    code: 'fact.attached_outside_contract',
    severity: 'warning',
    at: noPlace(),
    message: `${they} on days on which nobody is taken: ${firstOf(ids)} (${why}).`,
    help: 'Nothing is owed for them. Correct the day where it is wrong.',
  };
}

const namesShownMax = 3;

/** "A1, A2, A3 and 7 more". */
function firstOf(names: readonly string[]): string {
  const shown = names.slice(0, namesShownMax).join(', ');
  const more = names.length - namesShownMax;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

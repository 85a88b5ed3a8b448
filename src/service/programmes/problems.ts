import { formatDate, parseDay } from '../../calendar/index.ts';
import { formatMoney, type Money } from '../../money/index.ts';
import { noPlace, type Problem } from '../../problem/index.ts';

// Problems of what is done with a page: putting it forward, publishing it, signing it.

export function draftNotThere(): Problem {
  return {
    code: 'draft.not_there',
    severity: 'error',
    at: { ...noPlace(), field: 'revision' },
    message: 'The draft has no such revision.',
    help: 'Choose one from the list of what the draft was before.',
  };
}

export function checkTooLong(seconds: number): Problem {
  return {
    code: 'page.check_too_long',
    severity: 'error',
    at: noPlace(),
    message:
      `To check this page takes more than ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, ` +
      'or more memory than there is for it.',
    help: 'Shorten the contract, or write fewer worked examples, fees, grants or providers.',
  };
}

export function checkBusy(): Problem {
  return {
    code: 'page.check_busy',
    severity: 'error',
    at: noPlace(),
    message: 'So many pages are being checked that the turn of this one did not come.',
    help: 'Try again in a minute.',
  };
}

export function moreProblems(count: number, at: Problem['at']): Problem {
  return {
    code: 'page.more_problems',
    severity: 'warning',
    at,
    message: `${count} more things are found on this page, the first of them here.`,
    help: 'Put right what is named first, and check the page again.',
  };
}

export function versionNotThere(): Problem {
  return {
    code: 'version.not_there',
    severity: 'error',
    at: { ...noPlace(), field: 'version' },
    message: 'There is no such version of this page.',
    help: 'Go to the programme and choose one of its versions.',
  };
}

export function comparisonFailed(): Problem {
  return {
    code: 'comparison.failed',
    severity: 'error',
    at: noPlace(),
    message: 'Its work broke off time after time, and is not tried again by itself.',
    help: 'Ask for it again; should that fail too, have the log of the service looked at.',
  };
}

export function versionWithoutExample(): Problem {
  return {
    code: 'version.no_worked_example',
    severity: 'error',
    at: noPlace(),
    message: 'The page has no worked example, and it is published with one at least.',
    help: 'Write under "## Examples" what happens to somebody, and what it pays.',
  };
}

export function versionWaitsAlready(version: number): Problem {
  return {
    code: 'version.waits_already',
    severity: 'error',
    at: noPlace(),
    message: `Version ${version} was put forward before, and waits to be decided.`,
    help: 'Wait for the decision, or withdraw what waits.',
  };
}

export function versionAsInForce(version: number): Problem {
  return {
    code: 'version.as_in_force',
    severity: 'error',
    at: noPlace(),
    message: `The page says word for word what version ${version} says, which is in force.`,
    help: 'Change the page before it is put forward.',
  };
}

type Next = Readonly<{ said: number; wanted: number; replaces: string | undefined }>;

export function versionNotNext({ said, wanted, replaces }: Next): Problem {
  return {
    code: 'version.not_the_next',
    severity: 'error',
    at: noPlace(),
    message: `The page is version ${said}, and the next to be published is version ${wanted}.`,
    help:
      replaces === undefined
        ? 'Take the sentence out that says which version it is; the first says none.'
        : `Write "Version ${wanted} counts for outcomes from …, and replaces ${replaces}."`,
  };
}

export function versionDecidedAlready(state: string): Problem {
  return {
    code: 'version.decided_already',
    severity: 'error',
    at: noPlace(),
    message: `This was ${state} in the meantime.`,
    help: 'Look at the versions of the programme as they stand now.',
  };
}

export function versionOfOwnWork(): Problem {
  return {
    code: 'version.of_own_work',
    severity: 'error',
    at: noPlace(),
    message: 'You put this page forward, and a second person decides upon it.',
    help: 'Ask a colleague with the duty of publisher.',
  };
}

export function versionOverLimit(worth: Money, limit: Money): Problem {
  return {
    code: 'version.over_limit',
    severity: 'error',
    at: noPlace(),
    message:
      `The page may pay ${formatMoney(worth)}, ` +
      `and you may publish up to ${formatMoney(limit)}.`,
    help: 'Ask a publisher with a higher limit.',
  };
}

export function versionWithoutLimit(limit: Money): Problem {
  return {
    code: 'version.without_limit',
    severity: 'error',
    at: noPlace(),
    message:
      'The page does not say what it may spend in all, ' +
      `and you may publish up to ${formatMoney(limit)}.`,
    help: 'Ask a publisher without a limit, or have "It may spend … in all" added to the page.',
  };
}

export function versionNotAsRead(): Problem {
  return {
    code: 'version.not_as_read',
    severity: 'error',
    at: { ...noPlace(), field: 'pageHash' },
    message: 'The hash that was given is not that of the page which waits.',
    help: 'Read the page that waits now, and decide upon that.',
  };
}

export function versionShownOtherwise(): Problem {
  return {
    code: 'version.shown_otherwise',
    severity: 'error',
    at: { ...noPlace(), field: 'shown' },
    message: 'The difference from the version in force has changed since it was shown.',
    help: 'Look at the difference as it is now, and decide then.',
  };
}

export function versionCountsTooEarly(day: string, before: string): Problem {
  return {
    code: 'version.counts_too_early',
    severity: 'error',
    at: { ...noPlace(), field: 'from' },
    message: `Version days go on: ${dayInWords(day)} is not after ${dayInWords(before)}.`,
    help: 'Give a day after that from which the version in force counts.',
  };
}

export function versionDraftOpen(): Problem {
  return {
    code: 'version.draft_open',
    severity: 'error',
    at: noPlace(),
    message: 'The draft has been changed since the last version was published.',
    help: 'Write the sentence that says the next version into the draft yourself.',
  };
}

export function signatureOfOtherHash(): Problem {
  return {
    code: 'signature.other_hash',
    severity: 'error',
    at: { ...noPlace(), field: 'pageHash' },
    message: 'The hash that was given is not that of the page to be signed.',
    help: 'Copy the page hash from the foot of the page that you have read.',
  };
}

export function templateNotThere(name: string): Problem {
  return {
    code: 'template.not_there',
    severity: 'error',
    at: { ...noPlace(), field: 'start' },
    message: `There is no page called "${name}" to begin from.`,
    help: 'Choose one from the list, or begin from the usual page.',
  };
}

export function partyNotOrganisation(): Problem {
  return {
    code: 'party.not_organisation',
    severity: 'error',
    at: { ...noPlace(), field: 'organisation' },
    message: 'No organisation here has this reference.',
    help: 'Ask one of its members: the reference stands on their page Organisation.',
  };
}

export function partyTakesPart(part: string): Problem {
  return {
    code: 'party.takes_part_already',
    severity: 'error',
    at: { ...noPlace(), field: 'organisation' },
    message: `This organisation takes part as a ${part} already.`,
    help: 'Choose another part, or another organisation.',
  };
}

export function partyVerifiesItself(): Problem {
  return {
    code: 'party.verifies_itself',
    severity: 'error',
    at: { ...noPlace(), field: 'organisation' },
    message: 'This organisation is a provider of the programme, and would verify its own claims.',
    help: 'Let another organisation verify.',
  };
}

export function partyNameTaken(name: string, part: string): Problem {
  return {
    code: 'party.name_taken',
    severity: 'error',
    at: { ...noPlace(), field: 'name' },
    message: `Another ${part} of the programme goes by the name "${name}".`,
    help: 'Add what tells the two apart, such as a place.',
  };
}

function dayInWords(text: string): string {
  const day = parseDay(text);
  return day === undefined ? text : formatDate(day);
}

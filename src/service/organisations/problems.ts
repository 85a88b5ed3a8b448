import { noPlace, type Place, type Problem } from '../../problem/index.ts';
import { type Duty, dutyNames } from '../access/index.ts';

function atField(field: string): Place {
  return { ...noPlace(), field };
}

export function organisationNameMissing(): Problem {
  return {
    code: 'organisation.name_missing',
    severity: 'error',
    at: atField('organisation'),
    message: 'The name of the organisation is missing.',
    help: 'Write it as it is registered.',
  };
}

export function dutyToOneself(): Problem {
  return {
    code: 'duty.to_oneself',
    severity: 'error',
    at: atField('duty'),
    message: 'Nobody gives duties to themselves.',
    help: 'Ask another administrator to give it to you.',
  };
}

export function dutyExcluded(others: readonly Duty[]): Problem {
  const names = others.map((duty) => dutyNames[duty]).join(', ');
  return {
    code: 'duty.excluded_by_another',
    severity: 'error',
    at: atField('duty'),
    message: `A case worker never sees amounts of money, and these duties show them: ${names}.`,
    help: 'Give one person the duty of case worker and another the others.',
  };
}

export function dutyMissing(): Problem {
  return {
    code: 'duty.missing',
    severity: 'error',
    at: atField('duties'),
    message: 'No duty is chosen, so there would be nothing to do.',
    help: 'Choose one or more.',
  };
}

export function dutyNotThere(duty: Duty): Problem {
  return {
    code: 'duty.not_there',
    severity: 'error',
    at: atField('duty'),
    message: `This member does not have the duty of ${dutyNames[duty]}.`,
    help: 'Look at the list of members.',
  };
}

export function lastAdministrator(): Problem {
  return {
    code: 'duty.of_last_administrator',
    severity: 'error',
    at: noPlace(),
    message: 'This is the only administrator, and an organisation needs one.',
    help: 'Give the duty of administrator to somebody else first.',
  };
}

export function limitWithoutPublisher(): Problem {
  return {
    code: 'limit.without_publisher',
    severity: 'error',
    at: atField('limit'),
    message: 'A limit in money goes with the duty of publisher alone.',
    help: 'Choose that duty too, or leave the limit out.',
  };
}

export function limitUnreadable(amount: string, currency: string): Problem {
  return {
    code: 'limit.unreadable',
    severity: 'error',
    at: atField('limit'),
    message: `"${amount}" is no amount of money in ${currency}.`,
    help: 'Write figures as in 250000.00, and a currency by its code.',
  };
}

export function memberNotThere(): Problem {
  return {
    code: 'member.not_there',
    severity: 'error',
    at: atField('account'),
    message: 'There is no such member of your organisation.',
    help: 'Look at the list of members.',
  };
}

export function memberAlready(): Problem {
  return {
    code: 'member.already',
    severity: 'error',
    at: atField('email'),
    message: 'Whoever has this e-mail address belongs to the organisation already.',
    help: 'Give them duties in the list of members.',
  };
}

export function invitationNotThere(): Problem {
  return {
    code: 'invitation.not_there',
    severity: 'error',
    at: noPlace(),
    message: 'There is no such invitation, or it was taken, withdrawn or has run out.',
    help: 'Sign in if you took it yourself; else ask whoever invited you for another.',
  };
}

export function invitationToAnother(): Problem {
  return {
    code: 'invitation.to_another',
    severity: 'error',
    at: noPlace(),
    message: 'This invitation is for another e-mail address than that of your account.',
    help: 'Sign out and open it again, or ask for one to your own address.',
  };
}

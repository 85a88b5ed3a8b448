import { noPlace, type Problem } from '../../problem/index.ts';

const atProvider = { ...noPlace(), field: 'provider' };

export function providerNotOpen(provider: string): Problem {
  return {
    code: 'referral.provider_not_open',
    severity: 'error',
    at: atProvider,
    message: `Nobody can be referred to "${provider}" today: it is not admitted, or is paused.`,
    help: 'Offer another provider.',
  };
}

export function providerFull(provider: string, places: number): Problem {
  return {
    code: 'referral.provider_full',
    severity: 'error',
    at: atProvider,
    message: `"${provider}" has ${places} places, and all of them are taken.`,
    help: 'Offer another provider, or wait until somebody leaves.',
  };
}

/** Its day is none of the contract's: `why` says which are. */
export function referralNotToday(why: string): Problem {
  return {
    code: 'referral.not_today',
    severity: 'error',
    at: noPlace(),
    message: `Nobody is referred to this programme today, as ${why}.`,
    help: 'Refer them to a programme that takes people today, or ask the commissioner.',
  };
}

/** Whoever refers may see no amounts, and is told none. */
export function reserveUsedUp(): Problem {
  return {
    code: 'referral.reserve_used_up',
    severity: 'error',
    at: noPlace(),
    message: 'No money is left for another attachment, and the page has nobody referred then.',
    help: 'Ask the commissioner: each settlement frees what ended stays had reserved.',
  };
}

export function stayBeforeReferral(day: string, referredOn: string): Problem {
  return {
    code: 'stay.before_referral',
    severity: 'error',
    at: { ...noPlace(), field: 'day' },
    message: `The stay would begin on ${day}, before the referral of ${referredOn}.`,
    help: 'Give the day of the referral or a later one.',
  };
}

export function referralOpenAlready(provider: string): Problem {
  return {
    code: 'referral.open_already',
    severity: 'error',
    at: atProvider,
    message: `There is a referral to "${provider}" already that is not over.`,
    help: 'Look at that referral, or choose another provider.',
  };
}

export function referralOfOthers(): Problem {
  return {
    code: 'referral.of_others',
    severity: 'error',
    at: atProvider,
    message: 'A provider records who chose it, and refers nobody to another.',
    help: 'Name your own organisation, or ask the referrer.',
  };
}

export function referralNotThere(): Problem {
  return {
    code: 'referral.not_there',
    severity: 'error',
    at: { ...noPlace(), field: 'referral' },
    message: 'There is no such referral among those that you work with.',
    help: 'Go back to the list of referrals.',
  };
}

export function referralInState(state: string): Problem {
  return {
    code: 'referral.other_state',
    severity: 'error',
    at: { ...noPlace(), field: 'referral' },
    message: `This cannot be done with a referral that stands at "${state}".`,
    help: 'Look where the referral stands now.',
  };
}

export function personNotThere(): Problem {
  return {
    code: 'person.not_there',
    severity: 'error',
    at: { ...noPlace(), field: 'person' },
    message: 'No names or contacts are kept of this participant.',
    help: 'Look the reference up again.',
  };
}

export function personNotNamed(): Problem {
  return {
    code: 'person.not_named',
    severity: 'error',
    at: { ...noPlace(), field: 'details' },
    message: 'Neither a participant nor a person is named.',
    help: 'Name the participant, or say who the person is.',
  };
}

export function protectionAtOnce(): Problem {
  return {
    code: 'protection.at_once',
    severity: 'error',
    at: noPlace(),
    message: 'Somebody else changed the flag at the same moment.',
    help: 'Look how it stands now.',
  };
}

import { noPlace, type Place, type Problem } from '../../problem/index.ts';

function atField(field: string): Place {
  return { ...noPlace(), field };
}

/** The same words whether or not there is such an account. */
export function notTogether(): Problem {
  return {
    code: 'sign_in.not_together',
    severity: 'error',
    at: atField('password'),
    message: 'This e-mail address and this password do not go together.',
    help: 'Type both again, or choose another way to sign in.',
  };
}

/** The same words, too, whether or not there is such an account. */
export function triedTooOften(minutes: number): Problem {
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return {
    code: 'sign_in.too_often',
    severity: 'error',
    at: noPlace(),
    message: `There were too many tries; the next is taken in ${wait}.`,
    help: 'Wait so long and try once more.',
  };
}

export function notByToken(): Problem {
  return {
    code: 'sign_in.not_by_token',
    severity: 'error',
    at: noPlace(),
    message: 'This is for somebody signed in with a browser, not for a token.',
    help: 'Sign in with a browser and do it there.',
  };
}

export function signInNotThere(): Problem {
  return {
    code: 'sign_in.not_there',
    severity: 'error',
    at: atField('signIn'),
    message: 'There is no such sign-in of yours, or it has ended.',
    help: 'Look at the list of those that there are.',
  };
}

export function emailNotOne(email: string): Problem {
  return {
    code: 'account.email_not_one',
    severity: 'error',
    at: atField('email'),
    message: `"${email}" is not an e-mail address.`,
    help: 'Write one as in name@example.org.',
  };
}

export function emailTaken(): Problem {
  return {
    code: 'account.email_taken',
    severity: 'error',
    at: atField('email'),
    message: 'There is an account with this e-mail address already.',
    help: 'Sign in to it first, and do this again from there.',
  };
}

export function accountNotThere(email: string): Problem {
  return {
    code: 'account.not_there',
    severity: 'error',
    at: atField('email'),
    message: `There is no account with the e-mail address "${email}".`,
    help: 'Look how it is written, or let an administrator invite them.',
  };
}

export function wayBackNotThere(): Problem {
  return {
    code: 'way_back.not_there',
    severity: 'error',
    at: noPlace(),
    message: 'This link was used, or has run out.',
    help: 'Ask whoever runs the service for another.',
  };
}

export function nameUnseen(character: string, field: 'name' | 'organisation'): Problem {
  return {
    code: 'name.unseen_character',
    severity: 'error',
    at: atField(field),
    message: `There is a character in this name that cannot be seen, ${character}.`,
    help: 'Type the name anew, on one line.',
  };
}

export function accountNameMissing(): Problem {
  return {
    code: 'account.name_missing',
    severity: 'error',
    at: atField('name'),
    message: 'Your name is missing, and colleagues know you by it.',
    help: 'Write your name.',
  };
}

export function lastWayIn(): Problem {
  return {
    code: 'account.last_way_in',
    severity: 'error',
    at: noPlace(),
    message: 'This is the only way in which you can sign in.',
    help: 'Add another first, then remove this one.',
  };
}

export function passwordTooShort(length: number, lengthMin: number): Problem {
  return {
    code: 'password.too_short',
    severity: 'error',
    at: atField('password'),
    message: `The password has ${length} characters, and must have ${lengthMin} or more.`,
    help: 'Use a few words that do not belong together.',
  };
}

export function passwordTooLong(length: number, lengthMax: number): Problem {
  return {
    code: 'password.too_long',
    severity: 'error',
    at: atField('password'),
    message: `The password has ${length} characters, and may have ${lengthMax} at most.`,
    help: 'Use a shorter one.',
  };
}

export function passwordTooCommon(): Problem {
  return {
    code: 'password.too_common',
    severity: 'error',
    at: atField('password'),
    message: 'This password is among those that are tried first.',
    help: 'Use a few words that do not belong together.',
  };
}

export function passwordLikeEmail(): Problem {
  return {
    code: 'password.like_email',
    severity: 'error',
    at: atField('password'),
    message: 'This password has your e-mail address in it.',
    help: 'Use a few words that do not belong together.',
  };
}

export function currentPasswordOtherwise(): Problem {
  return {
    code: 'password.current_otherwise',
    severity: 'error',
    at: atField('current'),
    message: 'This is not the password that you have now.',
    help: 'Type the one you sign in with.',
  };
}

export function passkeysNotHere(address: string): Problem {
  return {
    code: 'passkey.not_here',
    severity: 'error',
    at: noPlace(),
    message: `Passkeys need a name and not a number in the address, which is ${address}.`,
    help: 'Sign in with a password, or let the service be reached by a name.',
  };
}

export function passkeyNotTaken(): Problem {
  return {
    code: 'passkey.not_taken',
    severity: 'error',
    at: noPlace(),
    message: 'The passkey was not taken: it is not known here, or it answered too late.',
    help: 'Try it once more, or choose another way to sign in.',
  };
}

export function passkeyNotAdded(): Problem {
  return {
    code: 'passkey.not_added',
    severity: 'error',
    at: noPlace(),
    message: 'The passkey was not added: it is there already, or it answered too late.',
    help: 'Look whether it is in the list; if not, add it once more.',
  };
}

export function passkeyNotThere(): Problem {
  return {
    code: 'passkey.not_there',
    severity: 'error',
    at: atField('passkey'),
    message: 'There is no such passkey of yours.',
    help: 'Look at the list of those that there are.',
  };
}

export function providerNotThere(key: string): Problem {
  return {
    code: 'provider_of_sign_in.not_there',
    severity: 'error',
    at: atField('provider'),
    message: `Nobody signs in here by "${key}".`,
    help: 'Choose one of the ways that the page for signing in offers.',
  };
}

export function providerNotReached(name: string): Problem {
  return {
    code: 'provider_of_sign_in.not_reached',
    severity: 'error',
    at: noPlace(),
    message: `${name} cannot be reached just now.`,
    help: 'Try again in a while, or choose another way to sign in.',
  };
}

export function providerAnswerOtherwise(): Problem {
  return {
    code: 'provider_of_sign_in.answer_otherwise',
    severity: 'error',
    at: noPlace(),
    message: 'What came back does not answer what this browser asked in the last ten minutes.',
    help: 'Begin again from the page for signing in.',
  };
}

export function identityNotTied(name: string): Problem {
  return {
    code: 'provider_of_sign_in.not_tied',
    severity: 'error',
    at: noPlace(),
    message: `No account here is tied to who you are at ${name}.`,
    help: 'Open your invitation first, or sign in some other way and tie it under your account.',
  };
}

export function identityTiedBefore(name: string): Problem {
  return {
    code: 'provider_of_sign_in.tied_before',
    severity: 'error',
    at: noPlace(),
    message: `Who you are at ${name} is tied to an account already, or yours to another there.`,
    help: 'Remove that tie first.',
  };
}

export function providersUnreadable(reason: string): Problem {
  return {
    code: 'provider_of_sign_in.settings_unreadable',
    severity: 'error',
    at: noPlace(),
    message: `The settings of ways to sign in cannot be read (${reason}).`,
    help: 'Give a list in JSON, each with key, name, issuer, clientId and clientSecret.',
  };
}

export function idleMinutesOtherwise(text: string): Problem {
  return {
    code: 'sign_in.idle_minutes_otherwise',
    severity: 'error',
    at: noPlace(),
    message: `OUTTURN_IDLE_MINUTES is "${text}", and must be a whole number from 1 to 999.`,
    help: 'Write after how many minutes without a request a sign-in ends, or leave it out.',
  };
}

export function tokenNotThere(): Problem {
  return {
    code: 'token.not_there',
    severity: 'error',
    at: atField('token'),
    message: 'There is no such token of yours, or it has ended.',
    help: 'Look at the list of those that there are.',
  };
}

export function tokenNameMissing(): Problem {
  return {
    code: 'token.name_missing',
    severity: 'error',
    at: atField('name'),
    message: 'The token has no name, by which you would know it again.',
    help: 'Write what it is for.',
  };
}

export function tokenWithoutScopes(): Problem {
  return {
    code: 'token.without_scopes',
    severity: 'error',
    at: atField('scopes'),
    message: 'The token would be for nothing, since no scope is chosen.',
    help: 'Choose what it is to read or to change.',
  };
}

export function organisationNotChosen(): Problem {
  return {
    code: 'organisation.not_chosen',
    severity: 'error',
    at: noPlace(),
    message: 'You act for no organisation just now.',
    help: 'Choose one of yours, or open an invitation.',
  };
}

export function organisationNotYours(): Problem {
  return {
    code: 'organisation.not_there',
    severity: 'error',
    at: atField('organisation'),
    message: 'You belong to no such organisation.',
    help: 'Choose one of yours.',
  };
}

export function emailNotProved(): Problem {
  return {
    code: 'account.change_not_proved',
    severity: 'error',
    at: { ...noPlace(), field: 'current' },
    message: 'An e-mail address is changed by whoever gives the password or a passkey once more.',
    help: 'Give your password or use a passkey; set a password first if you have neither.',
  };
}

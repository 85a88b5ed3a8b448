import { nearest, noPlace, type Place, type Problem } from '../../problem/index.ts';

export function factsBeforePage(): Problem {
  return {
    code: 'facts.before_page',
    severity: 'error',
    at: noPlace(),
    message: 'No version of the page is published, so that nothing says which facts it rests on.',
    help: 'Publish the page first.',
  };
}

export function factKnownLater(at: Place, known: string, today: string): Problem {
  return {
    code: 'fact.known_after_today',
    severity: 'error',
    at,
    message: `${known} is later than today, ${today}, and nothing is known before it happens.`,
    help: 'Correct the day, or send it when it has happened.',
  };
}

export function factNotYours(at: Place, kind: string): Problem {
  return {
    code: 'fact.not_yours',
    severity: 'error',
    at,
    message: `A fact of the kind "${kind}" is not for your organisation to record here.`,
    help: 'Ask the commissioner, or use the page of the service that is made for it.',
  };
}

/** Nobody is paid for people by its own word alone. */
export function factOfOwnWord(count: number): Problem {
  const what = count === 1 ? '1 fact says' : `${count} facts say`;
  return {
    code: 'fact.own_word',
    severity: 'warning',
    at: noPlace(),
    message: `${what} that somebody came to you whom nobody had referred to you by that day.`,
    help: 'Nothing is paid on it until a verifier has accepted it: have those people referred.',
  };
}

export function factProviderUnknown(
  at: Place,
  provider: string,
  providers: readonly string[],
): Problem {
  const near = nearest(provider, providers);
  return {
    code: 'fact.provider_unknown',
    severity: 'error',
    at,
    message: `No provider of the programme is called "${provider}".`,
    help:
      near === undefined ? 'Name a provider that has joined.' : `Write "${near}", if it is meant.`,
  };
}

export function factOfOtherProvider(at: Place, provider: string): Problem {
  return {
    code: 'fact.of_other_provider',
    severity: 'error',
    at,
    message: `"${provider}" is another provider than the one that sends the fact.`,
    help: 'Name your own organisation, or leave it to the one that is meant.',
  };
}

export function factStateOfVerifier(at: Place, state: string): Problem {
  return {
    code: 'fact.state_of_verifier',
    severity: 'error',
    at,
    message: `The state ${state} is for a verifier to give, who finds it of what others said.`,
    help: 'Leave the state empty; to take a fact back, send one of the kind withdrawn.',
  };
}

export function factSentOtherwise(at: Place): Problem {
  return {
    code: 'fact.sent_otherwise',
    severity: 'error',
    at,
    message: 'A fact of this id was sent before, and said something else or in another state.',
    help: 'Leave it out if it is that one; give another its own id; to correct it, use replaces.',
  };
}

export function factSentTwice(at: Place, first: number): Problem {
  return {
    code: 'fact.sent_twice',
    severity: 'error',
    at,
    message: `The id stands in row ${first} as well.`,
    help: 'Give one of them another id; if it is the same fact, keep one row.',
  };
}

export function factReplacesNothing(at: Place): Problem {
  return {
    code: 'fact.replaces_nothing',
    severity: 'error',
    at,
    message: 'There is no such fact to replace, neither in what was sent nor before.',
    help: 'Write the id of a fact that you sent, or the reference that it has here.',
  };
}

export function factReplacedBefore(at: Place): Problem {
  return {
    code: 'fact.replaced_before',
    severity: 'error',
    at,
    message: 'The fact that this one replaces is replaced already by another.',
    help: 'Replace that other one; if a verifier looks at it, have it rejected and record it anew.',
  };
}

export function factReplacesOther(at: Place, what: 'participant' | 'sender'): Problem {
  return {
    code: 'fact.replaces_others',
    severity: 'error',
    at,
    message:
      what === 'participant'
        ? 'The fact that this one replaces is about another participant.'
        : 'The fact that this one replaces was sent by another organisation.',
    help: 'Replace a fact that you sent about the same participant.',
  };
}

export function factsSentAtOnce(): Problem {
  return {
    code: 'facts.sent_at_once',
    severity: 'error',
    at: noPlace(),
    message:
      'Facts of the same ids, or about the same new participants, were sent at the same time.',
    help: 'Send them again: what has come in already is not taken twice.',
  };
}

export function participantErased(at: Place): Problem {
  return {
    code: 'participant.erased',
    severity: 'error',
    at,
    message: 'The facts of this participant were erased, and no more can be added.',
    help: 'If the person takes part again, enter them as somebody new.',
  };
}

/** Said of references that are new here. None is repeated: it may be somebody's name. */
export function participantNotMet(at: Place, count: number): Problem {
  const who = count === 1 ? 'this reference' : `${count} references, of which this is the first,`;
  return {
    code: 'participant.not_met',
    severity: 'warning',
    at,
    message: `Nobody with ${who} has been referred or attached here.`,
    help: 'Look at the reference again: one that is mistyped becomes somebody new.',
  };
}

export function participantNamed(at: Place, count: number): Problem {
  const what = count === 1 ? 'The reference looks' : `${count} references look`;
  return {
    code: 'participant.named_as_person',
    severity: 'warning',
    at,
    message: `${what} like a name, and no fact is recorded under the name of a person.`,
    help: 'Write the reference that was given when they were referred.',
  };
}

/** Own references that are told apart by case, spaces or dashes alone. */
export function participantsAlike(): Problem {
  return {
    code: 'participant.several_alike',
    severity: 'error',
    at: { ...noPlace(), field: 'reference' },
    message: 'Several references of yours differ from this one in case, spaces or dashes alone.',
    help: 'Write it exactly as it was sent.',
  };
}

export function participantNotThere(at: Place = { ...noPlace(), field: 'participant' }): Problem {
  return {
    code: 'participant.not_there',
    severity: 'error',
    at,
    message: 'There is no such participant among those that you work with.',
    help: 'Look the reference up again.',
  };
}

export function factOfMoney(at: Place, kind: string): Problem {
  return {
    code: 'fact.of_money',
    severity: 'error',
    at,
    message: `A fact of the kind "${kind}" tells of money, and your duties show you none.`,
    help: 'Ask a colleague with a duty in finance to record it.',
  };
}

export function factHoursOverWeek(at: Place, hours: string, most: number): Problem {
  return {
    code: 'fact.hours_over_week',
    severity: 'error',
    at,
    message: `${hours} hours a week are more than the ${most} that a week has.`,
    help: 'Give the hours of one week.',
  };
}

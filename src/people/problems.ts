import { noPlace, type Place, type Problem, shownText } from '../problem/index.ts';

// None repeats what is written of a person: a problem is shown, sent and kept where names are not.

function inField(field: string): Place {
  return { ...noPlace(), field };
}

export function nameMissing(): Problem {
  return {
    code: 'person.name_missing',
    severity: 'error',
    at: inField('names.1'),
    message: 'No name is given, and one is needed.',
    help: 'Write what the person is called; it need not be their full name.',
  };
}

export function tooMany(field: string, count: number, most: number): Problem {
  return {
    code: 'person.too_many_entries',
    severity: 'error',
    at: inField(field),
    message: `There are ${count} ${field}, and there may be ${most}.`,
    help: 'Keep those that are used.',
  };
}

export function textOutOfBounds(field: string, length: number, most: number): Problem {
  return {
    code: 'person.text_out_of_bounds',
    severity: 'error',
    at: inField(field),
    message: `This has ${length} characters; it may have ${most}, and none that cannot be seen.`,
    help: 'Shorten it, or type it again.',
  };
}

export function wayNotReadable(place: number, asked: string): Problem {
  return {
    code: 'person.way_not_readable',
    severity: 'error',
    at: inField(`ways.${place}`),
    message: `This is no ${asked}.`,
    help: 'A number has 5 to 15 digits, an e-mail address an @ and a dot: write it again.',
  };
}

export function bornAfterToday(): Problem {
  return {
    code: 'person.born_after_today',
    severity: 'error',
    at: inField('bornOn'),
    message: 'The date of birth is no day up to today.',
    help: 'Write it as in 2004-02-29, or leave it empty.',
  };
}

export function safeWayUnknown(): Problem {
  return {
    code: 'person.safe_way_unknown',
    severity: 'error',
    at: inField('safeWay'),
    message: 'The way of contact that is said to be safe is not given.',
    help: 'Give it, or choose one that is given.',
  };
}

export function protectionNotSet(): Problem {
  return {
    code: 'protection.not_set',
    severity: 'error',
    at: noPlace(),
    message: 'This participant is not marked protected, so there is no mark to take away.',
    help: 'Look at the participant as it stands now.',
  };
}

export function protectionSameWorker(): Problem {
  return {
    code: 'protection.same_worker_twice',
    severity: 'error',
    at: noPlace(),
    message: 'You have already asked to take the mark away, and two different workers must.',
    help: 'Ask another worker who knows the person to look at it.',
  };
}

export function choiceNotOffered(provider: string): Problem {
  return {
    code: 'choice.not_offered',
    severity: 'error',
    at: inField('chosen'),
    message: `"${shownText(provider)}" was not among the providers offered.`,
    help: 'Choose one of those offered, or offer it first.',
  };
}

export function choiceTwice(provider: string): Problem {
  return {
    code: 'choice.offered_twice',
    severity: 'error',
    at: inField('offered'),
    message: `"${shownText(provider)}" stands more than once among the providers offered.`,
    help: 'Offer each provider once.',
  };
}

export function choiceWayUnsaid(way: string, ways: readonly string[]): Problem {
  return {
    code: 'choice.way_not_of_the_page',
    severity: 'error',
    at: inField('way'),
    message: `People go to a provider ${way} here, and the page says ${ways.join(', else ')}.`,
    help: 'Choose as the page says.',
  };
}

export function choiceTooFew(count: number, least: number): Problem {
  return {
    code: 'choice.fewer_than_promised',
    severity: 'warning',
    at: inField('offered'),
    message: `Offered were ${count} providers, and the page promises a choice of ${least}.`,
    help: 'Do what the page says where the promise is broken.',
  };
}

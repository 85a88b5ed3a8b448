import { noPlace, type Problem } from '../../problem/index.ts';

// Problems of joining that no page alone can find: of what stands in the service.

export function applicationNotBegun(): Problem {
  return {
    code: 'application.not_begun',
    severity: 'error',
    at: noPlace(),
    message: 'Your organisation has no draft of an application to this programme.',
    help: 'Fill in the form first, then send it.',
  };
}

export function applicationWaits(sentOn: string): Problem {
  return {
    code: 'application.waits_already',
    severity: 'error',
    at: noPlace(),
    message: `Your organisation applied on ${sentOn}, and waits for the decision.`,
    help: 'Wait for the decision, or withdraw the application and apply again.',
  };
}

export function applicationNotWaiting(state: string): Problem {
  return {
    code: 'application.not_waiting',
    severity: 'error',
    at: noPlace(),
    message: `This application is ${state}, and only one that waits can be decided or withdrawn.`,
    help: 'Look at the application as it stands now.',
  };
}

export function applicationOfOwnWork(): Problem {
  return {
    code: 'application.of_own_work',
    severity: 'error',
    at: noPlace(),
    message: 'You sent this application, and somebody else decides upon it.',
    help: 'Ask a colleague with the duty of commissioner.',
  };
}

export function joiningOver(last: string): Problem {
  return {
    code: 'application.joining_over',
    severity: 'error',
    at: noPlace(),
    message: `By this page providers could join until ${last}.`,
    help: 'Look for another programme, or ask the commissioner whether the page will change.',
  };
}

/** One answer for what is not there and for what somebody may not know to be there. */
export function applicationNotThere(): Problem {
  return {
    code: 'application.not_there',
    severity: 'error',
    at: noPlace(),
    message: 'There is no such application to this programme.',
    help: 'Go to the applications of the programme and choose one.',
  };
}

export function documentNotThere(): Problem {
  return {
    code: 'joining_document.not_there',
    severity: 'error',
    at: noPlace(),
    message: 'No such document was handed in to be decided upon.',
    help: 'Go to the application and choose one of its documents.',
  };
}

export function documentNotAsked(field: string): Problem {
  return {
    code: 'joining_document.not_asked_for',
    severity: 'error',
    at: { ...noPlace(), field },
    message: `The form has no field ${field} for a document.`,
    help: 'Hand the document in under one of the fields of the form.',
  };
}

export function nameNotPlain(name: string): Problem {
  return {
    code: 'provider.name_not_plain',
    severity: 'error',
    at: { ...noPlace(), field: 'name' },
    message: `The name ${name.slice(0, 120)} cannot stand in facts and accounts as it is.`,
    help: "Write it with letters, digits, single spaces and & ' . , ( ) - /, in 100 at most.",
  };
}

export function nameTaken(name: string): Problem {
  return {
    code: 'provider.name_taken',
    severity: 'error',
    at: { ...noPlace(), field: 'name' },
    message: `Another provider of this programme goes by the name ${name}.`,
    help: 'Add what tells the two apart, such as a place.',
  };
}

export function nameKept(name: string, before: string): Problem {
  return {
    code: 'provider.name_kept',
    severity: 'error',
    at: { ...noPlace(), field: 'name' },
    message: `Facts and statements of this programme name the provider ${before}, and not ${name}.`,
    help: `Write ${before}.`,
  };
}

export function noPlaceLeft(most: number): Problem {
  const said = most === 1 ? 'one provider' : `${most} providers`;
  return {
    code: 'provider.no_place_left',
    severity: 'error',
    at: noPlace(),
    message: `By the page ${said} may sign it, and as many serve in it.`,
    help: 'Refuse the application by that condition, or have the page changed first.',
  };
}

export function providerNotThere(): Problem {
  return {
    code: 'provider.not_there',
    severity: 'error',
    at: { ...noPlace(), field: 'organisation' },
    message: 'There is no such provider in this programme.',
    help: 'Go to the providers of the programme and choose one.',
  };
}

export function conditionNotShown(condition: string): Problem {
  return {
    code: 'condition.not_to_be_shown',
    severity: 'error',
    at: { ...noPlace(), field: 'condition' },
    message: `The page has no condition "${condition}" for which something is shown again.`,
    help: 'Choose one from the list of what you have shown.',
  };
}

export function discountNotOnPage(): Problem {
  return {
    code: 'discount.not_on_page',
    severity: 'error',
    at: { ...noPlace(), field: 'discount' },
    message: 'The page that you signed takes no discount off any price.',
    help: 'Ask the commissioner for a version of the page that does.',
  };
}

export function discountNotShare(written: string): Problem {
  return {
    code: 'discount.not_share',
    severity: 'error',
    at: { ...noPlace(), field: 'discount' },
    message: `"${written}" is not a percentage from 0% to 100%.`,
    help: 'Write it as in 5%.',
  };
}

export function discountNotDay(written: string): Problem {
  return {
    code: 'discount.not_day',
    severity: 'error',
    at: { ...noPlace(), field: 'from' },
    message: `"${written}" is not a day of the years to 2199 from which a discount could hold.`,
    help: 'Give today or a later day, as in 2027-05-01.',
  };
}

export function discountDayPassed(day: string): Problem {
  return {
    code: 'discount.day_has_passed',
    severity: 'error',
    at: { ...noPlace(), field: 'from' },
    message: `The discount would hold from ${day}, which has passed.`,
    help: 'Propose it from today or a later day.',
  };
}

export function discountNotThere(): Problem {
  return {
    code: 'discount.not_there',
    severity: 'error',
    at: { ...noPlace(), field: 'number' },
    message: 'There is no such proposal of this provider.',
    help: 'Go back to the list of proposals.',
  };
}

export function discountOfYours(): Problem {
  return {
    code: 'discount.of_yours',
    severity: 'error',
    at: { ...noPlace(), field: 'number' },
    message: 'You proposed this discount yourself, for the provider.',
    help: 'Ask somebody else of the commissioner to decide on it.',
  };
}

export function discountWithoutReason(): Problem {
  return {
    code: 'discount.without_reason',
    severity: 'error',
    at: { ...noPlace(), field: 'reason' },
    message: 'This refusal says no reason, and the provider is told one.',
    help: 'Choose the reason that fits best.',
  };
}

export function discountDecidedAlready(state: string): Problem {
  return {
    code: 'discount.decided_already',
    severity: 'error',
    at: { ...noPlace(), field: 'number' },
    message: `This proposal is ${state} already.`,
    help: 'Look at the newest proposal of this provider.',
  };
}

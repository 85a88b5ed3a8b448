import { formatMoney, type Money } from '../../money/index.ts';
import { nearest, noPlace, type Place, type Problem } from '../../problem/index.ts';

// Problems of preparing, approving and paying settlements.

function at(field: string): Place {
  return { ...noPlace(), field };
}

export function settlementNotThere(): Problem {
  return {
    code: 'settlement.not_there',
    severity: 'error',
    at: at('settlement'),
    message: 'There is no such settlement among those that you may see.',
    help: 'Choose one of the list of settlements.',
  };
}

export function settlementWithoutPage(): Problem {
  return {
    code: 'settlement.without_page',
    severity: 'error',
    at: noPlace(),
    message: 'No version of the page is published, so that nothing says what is owed.',
    help: 'Publish the page first.',
  };
}

export function settlementDayOpen(knownAt: string, today: string): Problem {
  return {
    code: 'settlement.day_open',
    severity: 'error',
    at: at('knownAt'),
    message: `What is known by ${knownAt} is not complete, as today is ${today}.`,
    help: 'Settle as known by a day before today.',
  };
}

export function settlementTrueAfterKnown(asAt: string, knownAt: string): Problem {
  return {
    code: 'settlement.true_after_known',
    severity: 'error',
    at: at('asAt'),
    message: `What was true by ${asAt} is asked for, and known is only what was by ${knownAt}.`,
    help: 'Let the first day be no later than the second.',
  };
}

export function settlementBeforeLast(day: string, last: string): Problem {
  return {
    code: 'settlement.before_last',
    severity: 'error',
    at: at('asAt'),
    message: `The last settlement approved is as at ${last}, which is later than ${day}.`,
    help: 'Settle as at that day or a later one: corrections come with the next settlement.',
  };
}

/** Signed words govern: what a provider has neither signed nor was told of does not bind it. */
export function settlementBeyondSigned(
  provider: string,
  versions: readonly number[],
  what: readonly string[],
): Problem {
  const named =
    versions.length === 1 ? `version ${versions[0]}` : `versions ${versions.join(', ')}`;
  return {
    code: 'settlement.beyond_signed',
    severity: 'warning',
    at: noPlace(),
    message: `${provider} has not signed ${named}, and these are one for all: ${what.join(', ')}.`,
    help: 'Have it sign, or agree with it what holds for it.',
  };
}

export function settlementTooLarge(count: bigint): Problem {
  return {
    code: 'settlement.too_large_at_once',
    severity: 'error',
    at: noPlace(),
    message: `It rests on ${count} facts, and at once at most 100000 are settled.`,
    help: 'Ask for it: it is prepared by and by, and waits for approval when it is done.',
  };
}

export function bundleTooLarge(count: bigint, most: number): Problem {
  return {
    code: 'bundle.too_large',
    severity: 'error',
    at: noPlace(),
    message: `It rests on ${count} facts, and is given as JSON of at most ${most}.`,
    help: 'Ask for it as an archive, which holds any number: `money.request_bundle`.',
  };
}

/** It is said alike of one that never was: whoever asks learns nothing. */
export function bundleNotThere(): Problem {
  return {
    code: 'bundle.not_there',
    severity: 'error',
    at: at('bundle'),
    message: 'There is no such bundle: each is kept for a day, and until somebody is erased.',
    help: 'Ask for it anew.',
  };
}

export function bundlesMany(most: number): Problem {
  return {
    code: 'bundle.too_many',
    severity: 'error',
    at: noPlace(),
    message: `There are ${most} bundles of this programme by now that are made or kept for a day.`,
    help: 'Take one of those, or ask again when one of them is no longer kept.',
  };
}

export function settlementRequestNotThere(): Problem {
  return {
    code: 'settlement_request.not_there',
    severity: 'error',
    at: at('request'),
    message: 'No such settlement has been asked for.',
    help: 'Go to the list of settlements.',
  };
}

/** Why is for the log of the service, and not for whoever asked. */
export function settlementRequestFailed(attempts: number): Problem {
  return {
    code: 'settlement_request.failed',
    severity: 'error',
    at: noPlace(),
    message: `Its work broke off ${attempts} times, and is not tried again by itself.`,
    help: 'Ask for it again; should that fail too, have the log of the service looked at.',
  };
}

export function settlementWaits(number: number): Problem {
  return {
    code: 'settlement.other_waits',
    severity: 'error',
    at: noPlace(),
    message: `Settlement ${number} waits to be approved, and one waits at a time.`,
    help: 'Approve or refuse it, or prepare it anew.',
  };
}

export function settlementDecided(state: string): Problem {
  return {
    code: 'settlement.decided_already',
    severity: 'error',
    at: noPlace(),
    message: `The settlement has been decided upon already: it is ${state}.`,
    help: 'Look at what is there now.',
  };
}

export function settlementOfOwnWork(): Problem {
  return {
    code: 'settlement.own_work',
    severity: 'error',
    at: noPlace(),
    message: 'You prepared this settlement, and who prepares one does not approve it.',
    help: 'Ask a colleague with the duty of finance approver.',
  };
}

export function settlementOtherwise(): Problem {
  return {
    code: 'settlement.other_result',
    severity: 'error',
    at: at('resultHash'),
    message: 'The result that was looked at is not the one that waits now.',
    help: 'Look at the settlement that waits now, and approve that.',
  };
}

export function settlementOvertaken(what: 'facts' | 'page' | 'erasure'): Problem {
  const came = {
    facts: 'Facts known by its day came in',
    page: 'Another version of the page was published',
    erasure: 'Facts of a participant were erased',
  };
  return {
    code: 'settlement.overtaken',
    severity: 'error',
    at: noPlace(),
    message: `${came[what]} after the settlement was prepared, so that it may come out otherwise.`,
    help: 'Prepare it anew, and see what that changes.',
  };
}

export function lineNotThere(line: string): Problem {
  return {
    code: 'settlement_line.not_there',
    severity: 'error',
    at: at('line'),
    message: `There is no line ${line} in this settlement among those that you may see.`,
    help: 'Choose a line of the settlement or of a statement.',
  };
}

export function participantWithoutFacts(): Problem {
  return {
    code: 'settlement_participant.not_there',
    severity: 'error',
    at: at('participant'),
    message: 'The settlement rests on no facts about such a participant.',
    help: 'Look the reference up again.',
  };
}

export function statementNotThere(payee: string, known: readonly string[]): Problem {
  const near = nearest(payee, known);
  return {
    code: 'statement.not_there',
    severity: 'error',
    at: at('payee'),
    message: `There is no statement of ${payee} among those that you may see.`,
    help: near === undefined ? 'Choose one of the list of statements.' : `Did you mean ${near}?`,
  };
}

export function settlementNotApproved(state: string): Problem {
  return {
    code: 'settlement.not_approved',
    severity: 'error',
    at: noPlace(),
    message: `Nothing is paid on a settlement that is ${state}.`,
    help: 'Have it approved first.',
  };
}

export function settlementComesOutOtherwise(what: string, said: string, found: string): Problem {
  return {
    code: 'settlement.comes_out_otherwise',
    severity: 'error',
    at: noPlace(),
    message: `Worked out again, ${what} comes out otherwise: it was ${said}, and is ${found}.`,
    help: 'Compare the version of the engine, and have the facts and the record looked at.',
  };
}

export function lineDisputed(line: string): Problem {
  return {
    code: 'dispute.open_already',
    severity: 'error',
    at: at('line'),
    message: `The line ${line} is held already by an open dispute of its outcome and person.`,
    help: 'Wait for the answer, or end that dispute.',
  };
}

/** A dispute that names nobody reaches every line of its outcome. */
export function lineOfMany(
  line: string,
  { outcome, count }: Readonly<{ outcome: string; count: number }>,
): Problem {
  return {
    code: 'dispute.of_many_lines',
    severity: 'error',
    at: at('line'),
    message: `The line ${line} is nobody’s own, and to hold it would hold ${count} of ${outcome}.`,
    help: 'Question those of them that are wrong, one by one.',
  };
}

export function endedToday(line: string): Problem {
  return {
    code: 'dispute.ended_today',
    severity: 'error',
    at: at('line'),
    message: `A dispute that held the line ${line} was ended today; both days would be one.`,
    help: 'Question it again tomorrow.',
  };
}

export function disputeNotThere(): Problem {
  return {
    code: 'dispute.not_there',
    severity: 'error',
    at: at('dispute'),
    message: 'There is no such dispute among those that you may see.',
    help: 'Choose one of the list of disputes.',
  };
}

export function disputeReleased(): Problem {
  return {
    code: 'dispute.released_already',
    severity: 'error',
    at: at('dispute'),
    message: 'The dispute is over already.',
    help: 'Open another one if there is something new to question.',
  };
}

export function disputeNotAnswered(): Problem {
  return {
    code: 'dispute.not_answered',
    severity: 'error',
    at: at('dispute'),
    message: 'The dispute has not been answered, and so only who opened it may end it.',
    help: 'Answer it first.',
  };
}

export function questionTimePassed(questionBy: string, today: string): Problem {
  return {
    code: 'dispute.time_passed',
    severity: 'error',
    at: at('line'),
    message: `The statement could be questioned until ${questionBy}, and today is ${today}.`,
    help: 'Have a fact corrected: what changes comes with the next settlement.',
  };
}

export function paymentOtherwise(bankReference: string): Problem {
  return {
    code: 'payment.recorded_otherwise',
    severity: 'error',
    at: at('bankReference'),
    message: `The payment ${bankReference} was recorded before, and said something else.`,
    help: 'Compare the two with the bank; a correction has a reference of its own.',
  };
}

export function paymentTwice(bankReference: string): Problem {
  return {
    code: 'payment.given_twice',
    severity: 'error',
    at: at('bankReference'),
    message: `The reference ${bankReference} stands in two rows.`,
    help: 'Keep one of them.',
  };
}

export function paymentLater(day: string, today: string): Problem {
  return {
    code: 'payment.after_today',
    severity: 'error',
    at: at('day'),
    message: `The payment is said to be made on ${day}, and today is ${today}.`,
    help: 'Record what the bank has paid already.',
  };
}

export function paymentAmountOtherwise(amount: string, currency: string): Problem {
  return {
    code: 'payment.amount_unreadable',
    severity: 'error',
    at: at('amount'),
    message: `The amount ${amount} is no sum in ${currency} that is written as 1234.56.`,
    help: 'Write digits, a point and all its places; a sum of nothing is no payment.',
  };
}

export function payerNotThere(payer: string, known: readonly string[]): Problem {
  const near = nearest(payer, known);
  return {
    code: 'payment.payer_unknown',
    severity: 'error',
    at: at('payer'),
    message: `Nobody called ${payer} pays here for your organisation.`,
    help: near === undefined ? `Payers are ${known.join(', ')}.` : `Did you mean ${near}?`,
  };
}

export function paymentRowOtherwise(row: number, rule: string): Problem {
  return {
    code: 'payment.row_unreadable',
    severity: 'error',
    at: { ...noPlace(), line: row },
    message: `Row ${row} of the payments cannot be read: ${rule}.`,
    help: 'Give the columns bankReference, reference, amount and day, and perhaps payer.',
  };
}

/** Nothing is said of the rows themselves: they may be other people's. */
export function paymentOfNoStatement(rows: number): Problem {
  const what = rows === 1 ? 'The payment does not name' : `None of the ${rows} payments names`;
  return {
    code: 'payment.of_no_statement',
    severity: 'error',
    at: at('reference'),
    message: `${what} an approved statement that you pay on here, and nothing of it was kept.`,
    help: 'Give the reference of a statement as it stands in the payment file.',
  };
}

/** What a bank paid is not what a statement says; both stand in the list of payments. */
export function paymentsBesideStatement(reference: string, paid: Money, due: Money): Problem {
  return {
    code: 'payment.beside_statement',
    severity: 'warning',
    at: at('reference'),
    message: `For ${reference} the bank has paid ${formatMoney(paid)}, not ${formatMoney(due)}.`,
    help: 'See the list of payments, and have the rest paid or sent back.',
  };
}

export function rhythmOtherwise(rhythm: string, chosen: string): Problem {
  return {
    code: 'publication.other_rhythm',
    severity: 'error',
    at: at('rhythm'),
    message: `Figures were published by ${chosen} before, and ${rhythm} is asked for.`,
    help: `Publish by ${chosen}: the rhythm is chosen once.`,
  };
}

export function nothingToPublish(rhythm: string, settledTo: string | undefined): Problem {
  const reached = settledTo === undefined ? 'nothing is settled yet' : `settled is to ${settledTo}`;
  return {
    code: 'publication.none_closed',
    severity: 'error',
    at: noPlace(),
    message: `No ${rhythm} has closed of which nothing is published so far: ${reached}.`,
    help: 'Publish when a settlement as at its last day or a later one is approved.',
  };
}

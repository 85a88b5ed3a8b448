import { noPlace, type Problem } from '../../../problem/index.ts';

const atFact = { ...noPlace(), field: 'fact' };

export function claimNotThere(): Problem {
  return {
    code: 'claim.not_there',
    severity: 'error',
    at: atFact,
    message: 'There is no such fact among those that you may verify.',
    help: 'Go back to the list of those that wait.',
  };
}

export function claimDecidedMeanwhile(): Problem {
  return {
    code: 'claim.decided_meanwhile',
    severity: 'error',
    at: atFact,
    message: 'Another fact has taken the place of this one since you opened it.',
    help: 'Look at what stands there now, and decide on that if it still waits.',
  };
}

export function claimByVerifier(): Problem {
  return {
    code: 'claim.written_by_verifier',
    severity: 'error',
    at: atFact,
    message: 'You wrote this fact or decided on it before, and nobody verifies what they wrote.',
    help: 'Leave it to a colleague who has not had to do with it.',
  };
}

export function claimByOwnProvider(): Problem {
  return {
    code: 'claim.of_own_provider',
    severity: 'error',
    at: atFact,
    message: 'Your organisation claimed this, and no provider verifies its own claims.',
    help: 'Leave it to the verifier that the page names.',
  };
}

export function drawOfOwnClaims(): Problem {
  return {
    code: 'draw.of_own_claims',
    severity: 'error',
    at: noPlace(),
    message: 'A share of claims that you wrote is drawn to be checked, and you do not learn which.',
    help: 'Leave it to a colleague who has written none of them.',
  };
}

export function reasonMissing(): Problem {
  return {
    code: 'claim.reason_missing',
    severity: 'error',
    at: { ...noPlace(), field: 'reason' },
    message: 'A fact is rejected with a reason, and none is chosen.',
    help: 'Choose the reason that fits best.',
  };
}

export function drawNotOnPage(): Problem {
  return {
    code: 'draw.not_on_page',
    severity: 'error',
    at: noPlace(),
    message: 'The page does not say that only a share of claims is checked.',
    help: 'Verify every claim, or publish a page with a sentence on sampling under Proof.',
  };
}

export function drawEmpty(): Problem {
  return {
    code: 'draw.empty',
    severity: 'error',
    at: noPlace(),
    message: 'No claim waits to be drawn.',
    help: 'Draw again when claims have come in.',
  };
}

import { form } from '../wording/form.ts';

/** Proof: who verifies, on what evidence, how much of it, by when. */
export const verifierOfAll = form({
  name: 'verifier of all',
  wording: 'Every fact and claim is verified by {verifier:words}',
  meaning: 'Who verifies where no other sentence names somebody.',
  example: "Every fact and claim is verified by the council's care leaving team.",
});

export const verifierOfKinds = form({
  name: 'verifier of kinds',
  wording: 'Facts verified by {verifier:words}: {kinds:kinds}',
  meaning: 'Who verifies facts of these kinds.',
  example: "Facts verified by the council's housing team: in settled housing.",
});

export const verifierOfOutcomes = form({
  name: 'verifier of outcomes',
  wording: 'Claims verified by {verifier:words}: {outcomes:outcomes}',
  meaning: 'Who verifies claims of these outcomes.',
  example: 'Claims verified by the school of each person: Feels safe.',
});

export const notOwnVerifier = form({
  name: 'not own verifier',
  wording: 'No provider verifies its own claims',
  meaning: 'A verification signed by the provider that claims counts for nothing.',
  example: 'No provider verifies its own claims.',
});

export const evidenceOfKinds = form({
  name: 'evidence of kinds',
  wording: 'To show {kinds:kinds}, {evidence:words} is enough',
  meaning: 'The evidence that is enough for facts of these kinds; nothing more can be asked for.',
  example: 'To show employment, a payslip or a letter from the employer is enough.',
});

export const evidenceOfOutcomes = form({
  name: 'evidence of outcomes',
  wording: 'For a claim of {outcomes:outcomes}, {evidence:words} is enough',
  meaning:
    'The evidence that is enough for claims of these outcomes; nothing more can be asked for.',
  example: 'For a claim of Feels safe, the signed answer of the person is enough.',
});

export const evidenceShown = form({
  name: 'evidence shown',
  wording: 'Evidence is shown to {who:words} within {within:length} of asking',
  meaning: 'Who may see what a claim rests on, and how soon.',
  example: 'Evidence is shown to the verifier or an auditor within 10 working days of asking.',
});

export const sampling = form({
  name: 'sampling',
  wording: `{share:percent} of claims[ of {outcomes:outcomes}] are checked, drawn at random[,
    and every one above {above:money}]`,
  meaning:
    'How much is verified, and the amount above which everything is. What is not drawn counts ' +
    'only for outcomes that say "counting facts still not selected".',
  example: '10% of claims are checked, drawn at random, and every one above £4,000.',
});

export const sampleFindings = form({
  name: 'sample findings',
  wording: `What a sample finds wrong is taken back for {scope:the claims in the sample alone|all
    claims in proportion}`,
  meaning:
    'What follows from a claim in the sample that was wrong. In proportion: the share found ' +
    'wrong, by value, is taken from every claim of the provider in the period that the sample ' +
    'was drawn from.',
  example: 'What a sample finds wrong is taken back for the claims in the sample alone.',
});

export const decided = form({
  name: 'decided',
  wording: 'A claim is decided within {within:length}, with the reason where it is rejected',
  meaning: 'How soon the verifier decides.',
  example: 'A claim is decided within 10 working days, with the reason where it is rejected.',
});

export const secondLook = form({
  name: 'second look',
  wording: `A rejected claim is looked at again by {who:words} if asked within {ask:length}, and
    decided within {within:length}`,
  meaning: 'Who looks again at a rejected claim, and how long there is to ask and to decide.',
  example:
    'A rejected claim is looked at again by somebody who did not reject it if asked within 20 ' +
    'working days, and decided within 10 working days.',
});

export const proofForms = [
  verifierOfAll,
  verifierOfKinds,
  verifierOfOutcomes,
  notOwnVerifier,
  evidenceOfOutcomes,
  evidenceOfKinds,
  evidenceShown,
  sampling,
  sampleFindings,
  decided,
  secondLook,
] as const;

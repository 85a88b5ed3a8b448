import type { Static } from 'typebox';
import type { seeClaim } from '../../service/facts-in/index.ts';
import { shortReference } from './address.ts';
import { Days } from './days.tsx';
import { factDetail } from './fact-detail.ts';

type Said = Pick<Static<(typeof seeClaim)['output']>, 'fact' | 'participant'>;

/** What a claim says, and of whom, as those see it who show it and those who verify it. */
export function claimFacts({ fact, participant }: Said) {
  const { provider, ...rest } = fact;
  const detail = factDetail(rest);
  return [
    { name: 'When', value: <Days fact={fact} /> },
    ...(provider === undefined ? [] : [{ name: 'Provider', value: provider }]),
    ...(detail === '' ? [] : [{ name: 'What it says', value: detail }]),
    { name: 'Participant', value: <code>{shortReference(participant)}</code> },
  ];
}

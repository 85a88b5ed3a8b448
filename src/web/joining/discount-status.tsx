import type { JSX } from 'preact';
import type { Static } from 'typebox';
import { discountReasons, type listDiscounts } from '../../service/joining/index.ts';
import { Status, type Tone } from '../look/index.ts';

export type Discounts = Static<(typeof listDiscounts)['output']>;
export type Proposal = Discounts['proposals'][number];

const states: Readonly<Record<Proposal['state'], readonly [Tone, string]>> = {
  proposed: ['waiting', 'Waits for the commissioner'],
  accepted: ['good', 'Agreed'],
  refused: ['bad', 'Refused'],
  replaced: ['neutral', 'Replaced by the next'],
};

/** Where a proposal stands, and why it was refused, as both sides read it. */
export function DiscountStatus({ proposal }: Readonly<{ proposal: Proposal }>): JSX.Element {
  const { state, reason } = proposal;
  const [tone, words] = states[state];
  return (
    <div>
      <Status tone={tone}>{words}</Status>
      {reason !== undefined && <p class="joining-reason">{discountReasons[reason]}.</p>}
    </div>
  );
}

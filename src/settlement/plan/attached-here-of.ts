import { type Contract, forms, termsOf } from '../../contract/index.ts';
import type { AttachedHere } from './money-plan.ts';
import { sentencesIn } from './sentences-in.ts';

/** On a subcontract's page: whose attachments under the page above are attached here. */
export function attachedHereOf(contract: Contract): readonly AttachedHere[] {
  return termsOf(sentencesIn(contract, 'market'), forms.market.attachedHere).map((term) => ({
    provider: term.provider,
    with: term.characteristics ?? [],
    to: term.to,
  }));
}

import { type Contract, forms, termsOf } from '../../contract/index.ts';
import type { AttachedHere } from './money-plan.ts';

/** On a subcontract's page: whose attachments under the page above are attached here. */
export function attachedHereOf({ sections }: Contract): readonly AttachedHere[] {
  return termsOf(sections.market ?? [], forms.market.attachedHere).map((term) => ({
    provider: term.provider,
    with: term.characteristics ?? [],
    to: term.to,
  }));
}

import type { Fact } from '../../facts/index.ts';
import type { Sender } from './sender.ts';

// What moves money by itself, or who takes part: the commissioner's word alone. Of joining, leaving
// and disputes there are actions, which see to what belongs to them.
const ofCommissioner: ReadonlySet<string> = new Set([
  'adjustment',
  'agreed',
  'discount',
  'joined',
  'disputed',
  'released',
]);

/** Whether somebody may send such a fact: nobody says of itself what it is paid by. */
export function maySay(
  sender: Pick<Sender, 'isCommissioner' | 'isProvider'>,
  { kind, participant }: Pick<Fact, 'kind' | 'participant'>,
): boolean {
  // Settlement is told by the service alone what a provider is bound by.
  if (kind === 'bound') return false;
  if (sender.isCommissioner) return true;
  if (ofCommissioner.has(kind) || (kind === 'left' && participant === undefined)) return false;
  return !(kind === 'complete' && sender.isProvider);
}

import type { DeclaredKind } from '../kinds.ts';
import type { Complaint } from '../wording/place-type.ts';

/** A kind that cannot do what its place in an outcome needs. */
export function otherShape(kind: DeclaredKind, what: string): Complaint {
  return {
    code: 'outcome.kind_of_other_shape',
    message:
      `"${kind.name}" is declared as ${kind.shape === 'occurrence' ? 'an' : 'a'} ${kind.shape}, ` +
      `and this outcome needs something that ${what}.`,
    help: 'Name another kind of fact, or change its shape in the table of Facts.',
  };
}

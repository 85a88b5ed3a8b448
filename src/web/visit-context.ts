import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Visit } from '../http/index.ts';
import { assert } from '../problem/index.ts';
import { mayDo } from '../service/access/index.ts';
import type { Action } from '../service/act/index.ts';

/** Given by `showPage` to everything on its page. */
export const VisitContext = createContext<Visit | undefined>(undefined);

/** The visit in which a page is shown. */
export function useVisit(): Visit {
  const visit = useContext(VisitContext);
  assert(visit !== undefined, 'what depends on who visits stands on a page that is shown to them');
  return visit;
}

/** Whether whoever visits may do this, so that a way to it is worth showing. */
export function useMayDo(): (action: Action) => boolean {
  const { actor } = useVisit();
  return (action) => mayDo(action, actor).ok;
}

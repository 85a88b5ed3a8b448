import type { JoiningForm } from './joining-field.tsx';

type Named = Pick<JoiningForm, 'programme' | 'isAboutSafety' | 'neutralName' | 'title'>;

/** What the edge of a page about joining says: nothing, where people could be in danger. */
export function joinEdge({ programme, isAboutSafety, neutralName, title }: Named) {
  if (isAboutSafety) return { neutralName };
  return { trail: [{ label: title, href: `/programmes/${programme}` }] };
}

/** The name of the programme as it may stand on the page of somebody signed in. */
export function shownTitle({ isAboutSafety, neutralName, title }: Named): string {
  return isAboutSafety ? neutralName : title;
}

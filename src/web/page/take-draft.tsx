import type { Answer, Visit } from '../../http/index.ts';
import {
  beginVersion,
  checkTyped,
  restoreDraft,
  setDraftAside,
  writeDraft,
} from '../../service/programmes/index.ts';
import { formText } from '../form-text.ts';
import { frameOf } from '../frame-of.ts';
import { renderPart } from '../look/index.ts';
import { showRefused } from '../show.tsx';
import { CheckedPart } from './checked-part.tsx';
import { showConflict } from './conflict-page.tsx';
import { showEditor } from './editor-page.tsx';

/** Keeps what was typed, or says what is found of it and keeps nothing. */
export async function takeDraft(visit: Visit): Promise<Answer> {
  const { programme = '' } = visit.params;
  const typed = formText(visit, 'text').replaceAll('\r\n', '\n');
  if (formText(visit, 'do') === 'check') return showEditor(visit, { typed });
  const revision = Number(formText(visit, 'revision'));
  const isAside = formText(visit, 'do') === 'set-aside';
  const asked = { programme, revision, text: typed };
  const kept = await visit.perform(isAside ? setDraftAside : writeDraft, asked);
  if (kept.ok) {
    const to = `/programmes/${programme}/edit`;
    const say = isAside
      ? 'The draft is theirs; yours stands among the earlier ones.'
      : `The draft is kept, as revision ${kept.value.revision}.`;
    return { kind: 'go', to, say };
  }
  const isConflict = kept.problems.some(({ code }) => code === 'revision.changed_meanwhile');
  if (isConflict) return showConflict(visit, { typed, problems: kept.problems });
  return showEditor(visit, { typed, problems: kept.problems });
}

/** What is found of a text as it is typed: a part of the page, for the island of the editor. */
export async function checkAsTyped(visit: Visit): Promise<Answer> {
  const { programme = '' } = visit.params;
  const text = formText(visit, 'text').replaceAll('\r\n', '\n');
  const checked = await visit.perform(checkTyped, { programme, text });
  if (!checked.ok) return showRefused(visit, checked.problems);
  const html = renderPart(frameOf(visit), <CheckedPart checked={checked.value} text={text} />);
  return { kind: 'page', html };
}

/** Writes into the draft that it is the next version. */
export async function takeNextVersion(visit: Visit): Promise<Answer> {
  const { programme = '' } = visit.params;
  const begun = await visit.perform(beginVersion, {
    programme,
    revision: Number(formText(visit, 'revision')),
    from: formText(visit, 'from'),
    for: formText(visit, 'for'),
  });
  if (!begun.ok) return showEditor(visit, { problems: begun.problems });
  const say = 'The page says which version it is. Now change what it is to say otherwise.';
  return { kind: 'go', to: `/programmes/${programme}/edit`, say };
}

/** Has an earlier draft back. */
export async function takeEarlier(visit: Visit): Promise<Answer> {
  const { programme = '' } = visit.params;
  const back = await visit.perform(restoreDraft, {
    programme,
    revision: Number(formText(visit, 'revision')),
    earlier: Number(formText(visit, 'earlier')),
  });
  if (!back.ok) return showRefused(visit, back.problems);
  const say = 'The draft is as it was then.';
  return { kind: 'go', to: `/programmes/${programme}/edit`, say };
}

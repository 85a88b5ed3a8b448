import Type from 'typebox';
import { assert } from '../../problem/index.ts';
import { findDraft, listPublishedVersions } from '../../store/index.ts';
import { action } from '../act/index.ts';
import { checkedGiven, checkedShape } from './check-output.ts';
import { checkText } from './check-text.ts';
import { draftReaders } from './read-draft.ts';
import { pageOfVersion } from './read-text.ts';
import { idShape, nothingElse, pageTextShape } from './shapes.ts';

/** Everything that can be said of the draft. */
export const checkDraft = action({
  name: 'programmes.check_draft',
  kind: 'read',
  who: draftReaders,
  parts: ['commissioner'],
  showsMoney: true,
  summary: 'Checks the page that is being written, and tries its worked examples.',
  input: Type.Object({ programme: idShape }, nothingElse),
  output: checkedShape,
  run: async ({ tx }, { programme }) => {
    const draft = await findDraft(tx, programme);
    assert(draft !== undefined, 'a programme is begun with a draft');
    const published = await listPublishedVersions(tx, programme);
    const checked = checkText(draft.text, published.map(pageOfVersion));
    return { ok: true, value: checkedGiven(checked) };
  },
});

/** The same of a text that nobody has stored, as one types. */
export const checkTyped = action({
  name: 'programmes.check_typed',
  kind: 'read',
  who: draftReaders,
  parts: ['commissioner'],
  showsMoney: true,
  summary: 'Checks a text as the next page of a programme, and stores nothing.',
  input: Type.Object({ programme: idShape, text: pageTextShape }, nothingElse),
  output: checkedShape,
  run: async ({ tx }, { programme, text }) => {
    const published = await listPublishedVersions(tx, programme);
    const checked = checkText(text.replaceAll('\r\n', '\n'), published.map(pageOfVersion));
    return { ok: true, value: checkedGiven(checked) };
  },
});

/** The same of a page that belongs to no programme so far. */
export const checkPage = action({
  name: 'programmes.check_page',
  kind: 'read',
  who: 'signed in',
  showsMoney: true,
  summary: 'Checks a text as the first page of a contract, and stores nothing.',
  input: Type.Object({ text: pageTextShape }, nothingElse),
  output: checkedShape,
  run: async (_, { text }) => {
    return { ok: true, value: checkedGiven(checkText(text.replaceAll('\r\n', '\n'), [])) };
  },
});

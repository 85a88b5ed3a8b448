import Type, { type Static } from 'typebox';
import { assert, type Result } from '../../problem/index.ts';
import { findDraft, listPublishedVersions } from '../../store/index.ts';
import { action, type Service } from '../act/index.ts';
import { checkApart, type PageToCheck } from './check-apart.ts';
import { checkedShape, notChecked } from './check-output.ts';
import { draftReaders } from './read-draft.ts';
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
  run: async ({ tx, service }, { programme }) => {
    const draft = await findDraft(tx, programme);
    assert(draft !== undefined, 'a programme is begun with a draft');
    const published = await listPublishedVersions(tx, programme);
    return found(service, { text: draft.text, published });
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
  run: async ({ tx, service }, { programme, text }) => {
    const published = await listPublishedVersions(tx, programme);
    return found(service, { text: text.replaceAll('\r\n', '\n'), published });
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
  run: async ({ service }, { text }) =>
    found(service, { text: text.replaceAll('\r\n', '\n'), published: [] }),
});

// That a page could not be checked is said where it would be said what is wrong with it, so that
// whoever is writing it can go on.
async function found(
  service: Service,
  asked: PageToCheck,
): Promise<Result<Static<typeof checkedShape>>> {
  const checked = await checkApart(service, asked);
  return checked.ok ? checked : { ok: true, value: notChecked(checked.problems, asked.published) };
}

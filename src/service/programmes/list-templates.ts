import Type from 'typebox';
import { action } from '../act/index.ts';
import { exampleTitles } from '../pages/examples.ts';
import { listOf, nothingElse } from './shapes.ts';

const template = Type.Object({ name: Type.String(), title: Type.String() }, nothingElse);

/** Pages that a new one may begin from. */
export const listTemplates = action({
  name: 'programmes.list_templates',
  kind: 'read',
  who: ['commissioner'],
  summary: 'Lists the real contracts, written as pages, that a new page may begin from.',
  input: Type.Object({}, nothingElse),
  output: Type.Object({ templates: listOf(template) }, nothingElse),
  run: async () => ({ ok: true, value: { templates: await exampleTitles() } }),
});

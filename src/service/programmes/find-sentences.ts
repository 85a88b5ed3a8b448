import Type from 'typebox';
import { type Form, forms, sections } from '../../contract/index.ts';
import { action } from '../act/index.ts';
import { isCaseWorker } from './is-case-worker.ts';
import { listOf, nothingElse } from './shapes.ts';
import { withoutAmounts } from './without-amounts.ts';

const sentence = Type.Object(
  {
    section: Type.String(),
    wording: Type.String(),
    meaning: Type.String(),
    example: Type.String(),
  },
  nothingElse,
);

/** The sentences that a page may say, found by their words. */
export const findSentences = action({
  name: 'programmes.find_sentences',
  kind: 'read',
  who: 'anyone',
  summary: 'Finds the sentences that a page may say by words of their wording or meaning.',
  input: Type.Object({ find: Type.Optional(Type.String({ maxLength: 200 })) }, nothingElse),
  output: Type.Object({ sentences: listOf(sentence) }, nothingElse),
  run: async ({ actor }, { find = '' }) => {
    const words = find.toLowerCase().split(/\s+/).filter(Boolean);
    const sentences = all.filter((each) => {
      const text = Object.values(each).join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    });
    if (!isCaseWorker(actor)) return { ok: true, value: { sentences } };
    const bare = (text: string) => withoutAmounts(text, 'GBP');
    return {
      ok: true,
      value: {
        sentences: sentences.map((each) => ({
          ...each,
          meaning: bare(each.meaning),
          example: bare(each.example),
        })),
      },
    };
  },
});

const all = [
  ...ofForms('Under the title', forms.opening.openingForms),
  ...sections.flatMap(({ key, heading, forms: own }) => [
    ...(key === 'facts' ? ofForms('Facts: shapes', forms.factShape.shapes) : []),
    ...(key === 'outcomes'
      ? [
          ...ofForms('Outcomes: what an outcome is', forms.outcome.cores),
          ...ofForms('Outcomes: additions', forms.outcome.additions),
        ]
      : []),
    ...(key === 'measures'
      ? [
          ...ofForms('Measures: what a measure is', forms.measure.measureCores),
          ...ofForms('Measures: additions', forms.measure.measureAdditions),
        ]
      : []),
    ...(key === 'examples' ? ofForms('Examples: what happened', forms.exampleRow.exampleRows) : []),
    ...ofForms(heading, own),
  ]),
];

function ofForms(section: string, declared: readonly Form[]) {
  return declared.map(({ wording, meaning, example }) => ({
    section,
    wording: shownWording(wording),
    meaning,
    example,
  }));
}

/** A place by what it holds, as in "{money}"; a choice by its options. */
function shownWording(wording: string): string {
  return wording
    .replaceAll('[ ', ' [')
    .replace(/\{\w+:([^}|]+)\}/g, '{$1}')
    .replace(
      /\{\w+:([^}]*)\}/g,
      (_, options: string) => `{${options.split('|').filter(Boolean).join(' | ')}}`,
    );
}

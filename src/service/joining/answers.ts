import type { JoiningForm } from '../../market/index.ts';
import type { HandedIn, KeptAnswers } from '../../store/joining/index.ts';

/** What was typed and handed in, by the names of the fields. */
export type GivenAnswers = Readonly<{
  answers?: Readonly<Record<string, string>>;
  expires?: Readonly<Record<string, string>>;
  files?: Readonly<Record<string, string>>;
}>;

type Fields = JoiningForm['fields'];

/** What a form begins with: what was answered before, else the name that somebody has here. */
export function begunWith(
  newest: Readonly<{ answers: KeptAnswers }> | undefined,
  organisation: Readonly<{ name: string }>,
): KeptAnswers {
  return newest?.answers ?? { name: organisation.name };
}

/**
 * What is kept of a form after more of it was given. A field that is not named stays as it was,
 * and so does what was answered to a page that asked for more: nothing typed is lost.
 */
export function mergeAnswers(
  fields: Fields,
  kept: KeptAnswers,
  { answers = {}, expires = {}, files = {} }: GivenAnswers,
): KeptAnswers {
  const given = fields.flatMap(({ name, kind, agrees }): [string, KeptAnswers[string]][] => {
    if (agrees !== undefined) return [];
    const before = kept[name];
    if (kind !== 'document') return name in answers ? [[name, (answers[name] ?? '').trim()]] : [];
    const was = typeof before === 'object' ? before : { file: '' };
    const file = files[name] ?? was.file;
    const expiresOn = (expires[name] ?? was.expiresOn ?? '').trim();
    if (file === '' && expiresOn === '') return [];
    return [[name, expiresOn === '' ? { file } : { file, expiresOn }]];
  });
  return { ...kept, ...Object.fromEntries(given) };
}

/** Those of the answers that a form asks for. */
export function answersTo(fields: Fields, kept: KeptAnswers): KeptAnswers {
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const answer = kept[name];
      return answer === undefined || answer === '' ? [] : [[name, answer]];
    }),
  );
}

/** The documents among answers, by how they are stored. */
export function filesOf(kept: KeptAnswers): readonly string[] {
  return Object.values(kept).flatMap((answer) =>
    typeof answer === 'object' && answer.file !== '' ? [answer.file] : [],
  );
}

/** An answer with its label; a document by its reference and not by how it is stored. */
export type ShownAnswer = Readonly<{
  field: string;
  label: string;
  value?: string;
  document?: Readonly<{ id?: string; type?: string; bytes?: number; expiresOn?: string }>;
}>;

/** Answers in the order of the form. */
export function shownAnswers(
  fields: Fields,
  kept: KeptAnswers,
  documents: readonly HandedIn[],
): readonly ShownAnswer[] {
  return fields.flatMap(({ name, label }): readonly ShownAnswer[] => {
    const answer = kept[name];
    if (answer === undefined) return [];
    if (typeof answer === 'string') return [{ field: name, label, value: answer }];
    const { file, expiresOn } = answer;
    const found = documents.find((each) => each.file === file);
    const { id, type, bytes } = found ?? {};
    return [
      {
        field: name,
        label,
        document: {
          ...(id === undefined ? {} : { id }),
          ...(type === undefined ? {} : { type }),
          ...(bytes === undefined ? {} : { bytes }),
          ...(expiresOn === undefined ? {} : { expiresOn }),
        },
      },
    ];
  });
}

/** A text that was answered, without spaces around it. */
export function textOf(kept: KeptAnswers, name: string): string {
  const answer = kept[name];
  return typeof answer === 'string' ? answer.trim() : '';
}

/** Areas as they were written, set off by commas. */
export function areasOf(written: string): readonly string[] {
  const areas = written.split(',').map((area) => area.trim());
  return [...new Set(areas.filter((area) => area !== ''))];
}

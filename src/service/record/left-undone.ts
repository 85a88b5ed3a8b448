import Type from 'typebox';
import { keepLeftUndone as keep, listLeftUndone } from '../../store/index.ts';
import { action } from '../act/index.ts';
import { idShape, listOf, momentShape, nothingElse } from '../programmes/shapes.ts';

/** The parts of the daily upkeep: what each could not do, where it is left undone. */
export const upkeepParts = {
  providers: 'A provider could not be paused or ended on its day',
  signatures: 'Settlement could not be told by what a provider is bound',
  documents: 'Documents of an application that came to nothing could not be forgotten',
  sign_ins: 'Old sign-ins could not be taken away',
  erasures: 'An erasure could not be finished',
  answers: 'Old answers could not be forgotten',
  files: 'Files that nothing came of could not be removed',
} as const;

export type UpkeepPart = keyof typeof upkeepParts;

/** One of the parts, by its key. */
const partShape = Type.String();
const codesShape = listOf(Type.String());
const orNone = Type.Union([idShape, Type.Null()]);

/** Keeps what the upkeep of a day could not do, and notes in the record what is left anew. */
export const keepLeftUndone = action({
  name: 'record.keep_left_undone',
  kind: 'change',
  // Nobody but the service itself.
  who: [],
  summary: 'Keeps what the daily upkeep could not do.',
  input: Type.Object(
    {
      left: listOf(
        Type.Object(
          { part: partShape, programme: orNone, about: orNone, codes: codesShape },
          nothingElse,
        ),
      ),
    },
    nothingElse,
  ),
  output: Type.Null(),
  run: async ({ tx, now, note }, { left }) => {
    const added = await keep(tx, { left, at: now });
    for (const { programme, part, about, codes } of added) {
      if (programme !== null) note({ programme, about: { part, about, codes } });
    }
    return { ok: true, value: null };
  },
});

/** What the daily upkeep could not do in the programmes that one's organisation answers for. */
export const readLeftUndone = action({
  name: 'record.read_left_undone',
  kind: 'read',
  who: ['auditor', 'commissioner', 'administrator'],
  summary: 'Lists what the daily upkeep could not do in your programmes, until it is done.',
  input: Type.Object({}, nothingElse),
  output: Type.Object(
    {
      left: listOf(
        Type.Object(
          {
            part: partShape,
            programme: idShape,
            name: Type.String(),
            /** The provider, participant or file by its reference. */
            about: Type.Optional(idShape),
            codes: codesShape,
            since: momentShape,
          },
          nothingElse,
        ),
      ),
    },
    nothingElse,
  ),
  run: async ({ tx }) => {
    const found = await listLeftUndone(tx);
    const left = found.map(({ about, ...rest }) => ({
      ...rest,
      ...(about === null ? {} : { about }),
    }));
    return { ok: true, value: { left } };
  },
});

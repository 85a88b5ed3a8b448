import Type from 'typebox';
import { findImport, type Import, listImports } from '../../../store/facts/index.ts';
import { action, listPlace, placeAfter, rowBefore, type Work } from '../../act/index.ts';
import { toldTo } from '../money-kinds.ts';
import { findRules } from '../programme-rules.ts';
import { partsThatSend, whoSends } from '../who-sends.ts';
import { problemsOf } from './found-problems.ts';
import { headerOf } from './header.ts';
import { mendedFrom } from './load-file.ts';
import { mayReadCells } from './may-read-cells.ts';
import { startOfUpload } from './open-upload.ts';
import { fileNotThere, inMended } from './problems.ts';

const fileFields = {
  import: Type.String(),
  at: Type.String(),
  type: Type.String(),
  bytes: Type.Integer(),
  state: Type.String(),
  rowsRead: Type.Integer(),
  bytesRead: Type.Integer(),
  added: Type.Optional(Type.Integer()),
  sentBefore: Type.Optional(Type.Integer()),
  problems: Type.Optional(Type.Integer()),
  mends: Type.Optional(Type.String()),
  isOwn: Type.Boolean(),
};

export const files = action({
  name: 'facts.list_files',
  kind: 'read',
  who: whoSends,
  parts: partsThatSend,
  summary: 'Files of facts that were sent, the newest first.',
  input: Type.Object(
    { programme: Type.String(), before: listPlace },
    { additionalProperties: false },
  ),
  output: Type.Object({
    files: Type.Array(Type.Object(fileFields)),
    before: Type.Optional(Type.String()),
  }),
  run: async (work, { programme, before }) => {
    const most = 50;
    const found = await listImports(work.tx, { programme, before: rowBefore(before), most });
    const shown = found.map((each) => shownFile(work, each));
    return { ok: true, value: { files: shown, ...placeAfter(found, most) } };
  },
});

export const fileOfFacts = action({
  name: 'facts.see_file',
  kind: 'read',
  who: whoSends,
  parts: partsThatSend,
  summary: 'How far a file has come, and what stands against it, by row and column.',
  input: Type.Object(
    { programme: Type.String(), import: Type.String({ format: 'uuid' }) },
    { additionalProperties: false },
  ),
  output: Type.Object({
    ...fileFields,
    isWithheld: Type.Boolean({
      description: 'Whether what stands in it is not shown, as it may hold amounts of money.',
    }),
    header: Type.Array(Type.String()),
    separator: Type.String(),
    found: Type.Array(
      Type.Object({
        code: Type.String(),
        row: Type.Integer(),
        isMended: Type.Boolean(),
        column: Type.Optional(Type.String()),
        message: Type.String(),
        help: Type.String(),
      }),
    ),
  }),
  run: async (work, { programme, import: id }) => {
    const found = await findImport(work.tx, { programme, id });
    if (found === undefined) return { ok: false, problems: [fileNotThere()] };
    const problems = await problemsOf(work.service, found);
    if (!problems.ok) return problems;
    const isReadable = mayReadCells(work, found);
    const kept = found.state === 'done' ? (found.warnings ?? []) : problems.value;
    const contract = (await findRules(work.tx, programme))?.contracts.at(-1);
    const told = isReadable ? kept.map(toldTo(work.actor, contract)) : [];
    // Who waits asks again and again, and is told nothing by it until something is to be done.
    const isOpen = found.state === 'unmapped' || found.state === 'refused';
    const isRead = found.type === 'csv' && isOpen && isReadable;
    const start = isRead ? await startOfUpload(work.service, found) : undefined;
    const header = start?.ok === true ? headerOf(start.value) : undefined;
    return {
      ok: true,
      value: {
        ...shownFile(work, found),
        isWithheld: !isReadable,
        header: [...(header?.names ?? [])],
        separator: header?.separator ?? ',',
        found: told.map(({ code, at, message, help }) => {
          const isMended = at.line > mendedFrom;
          const { line, field } = isMended ? inMended({ ...at, line: at.line - mendedFrom }) : at;
          const column = field === undefined ? {} : { column: field };
          return { code, row: line, isMended, ...column, message, help };
        }),
      },
    };
  },
});

function shownFile({ actor }: Work, found: Import) {
  const here = actor.kind === 'account' ? actor.organisation?.id : undefined;
  return {
    import: found.id,
    at: found.at,
    type: found.type,
    bytes: Number(found.bytes),
    state: found.state,
    rowsRead: found.rowsRead,
    bytesRead: Number(found.bytesRead),
    ...(found.added === null ? {} : { added: found.added }),
    ...(found.sentBefore === null ? {} : { sentBefore: found.sentBefore }),
    ...(found.problems === null ? {} : { problems: found.problems }),
    ...(found.mends === null ? {} : { mends: found.mends }),
    isOwn: found.organisation === here,
  };
}

import type { JSX } from 'preact';
import type { Static } from 'typebox';
import { type Answer, fileNotChosen, type Visit } from '../../http/index.ts';
import {
  fileOfFacts,
  giveUpFile,
  kindsOfProgramme,
  rowsToMend,
  sendFile,
} from '../../service/facts-in/index.ts';
import {
  Button,
  Buttons,
  Confirm,
  Facts,
  Field,
  Form,
  Moment,
  Notice,
  Progress,
  Table,
} from '../look/index.ts';
import type { OwnProgramme } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { factsAddress, shortReference } from './address.ts';
import { edgeOf, FactsHead } from './facts-head.tsx';
import { FileState } from './facts-page.tsx';
import { MappingForm } from './mapping-form.tsx';
import { ofProgramme } from './of-programme.ts';
import { bytesInWords } from './words.ts';

/** A file as its page shows it. */
export type SeenFile = Static<(typeof fileOfFacts)['output']>;

/** What became of a file: how far it is, what stands against it and how that is mended. */
export const showFile = ofProgramme(async ({ visit, programme, problems }) => {
  const input = { programme: programme.programme, import: visit.params.import };
  const seen = await visit.perform(fileOfFacts, input);
  if (!seen.ok) return showRefused(visit, seen.problems);
  const kinds = await visit.perform(kindsOfProgramme, { programme: programme.programme });
  const names = kinds.ok ? kinds.value.kinds.map(({ name }) => name) : [];
  const isRunning = seen.value.state === 'waiting';
  return showPage(
    visit,
    {
      title: `File ${shortReference(seen.value.import)}`,
      width: 'wide',
      problems,
      ...(isRunning ? { refreshSeconds: 2 } : {}),
      ...edgeOf(programme),
    },
    <Body visit={visit} programme={programme} file={seen.value} kinds={names} />,
  );
});

/** Takes rows that stand in for those at fault. */
export async function takeMended(visit: Visit): Promise<Answer> {
  if (visit.uploadProblems.length > 0) return showFile(visit, visit.uploadProblems);
  const { file } = visit.uploads;
  if (file === undefined) return showFile(visit, [fileNotChosen('file')]);
  const { programme = '', import: mends } = visit.params;
  const sent = await visit.perform(sendFile, { programme, mends, ...file });
  if (!sent.ok) return showFile(visit, sent.problems);
  return { kind: 'go', to: factsAddress(programme, 'files', sent.value.import) };
}

/** Gives a file up. */
export async function takeGivenUp(visit: Visit): Promise<Answer> {
  const { programme = '', import: id } = visit.params;
  const done = await visit.perform(giveUpFile, { programme, import: id });
  if (!done.ok) return showFile(visit, done.problems);
  const say = 'The file was given up. What it held can be read by nobody.';
  return { kind: 'go', to: factsAddress(programme), say };
}

/** Gives the rows at fault, to be mended. */
export async function giveRowsToMend(visit: Visit): Promise<Answer> {
  const { programme, import: id } = visit.params;
  const given = await visit.perform(rowsToMend, { programme, import: id });
  if (!given.ok) return showFile(visit, given.problems);
  return { kind: 'file', file: given.value as never };
}

type BodyProps = Readonly<{
  visit: Visit;
  programme: OwnProgramme;
  file: SeenFile;
  kinds: readonly string[];
}>;

function Body({ visit, programme, file, kinds }: BodyProps): JSX.Element {
  const at = (...rest: string[]) =>
    factsAddress(programme.programme, 'files', file.import, ...rest);
  return (
    <>
      <FactsHead programme={programme} lead={leads[file.state] ?? ''}>
        {file.mends === undefined ? 'File' : 'Mended rows'} {shortReference(file.import)}
      </FactsHead>
      {file.state === 'waiting' && (
        <Progress id="reading" label="Reading" done={file.bytesRead} total={file.bytes} isRunning>
          {file.rowsRead.toLocaleString('en-GB')} rows read
        </Progress>
      )}
      <Facts facts={factsOf(file)} />
      {file.state === 'done' &&
        file.found.map(({ code, row, message, help }) => (
          <Notice key={code} tone="attention" title={`Worth a look, from row ${row} on`}>
            <p>
              {message} {help}
            </p>
          </Notice>
        ))}
      {file.state === 'done' && file.isOwn && (
        <Notice tone="neutral" title="If something in it was wrong">
          <p>
            Facts are not taken out again. Send the row once more as it is right, under an id of its
            own and with the id of the wrong one in the column <code>replaces</code>: it takes its
            place.
          </p>
        </Notice>
      )}
      {file.isWithheld && <Withheld />}
      {file.state === 'unmapped' && !file.isWithheld && (
        <MappingForm action={at('mapping')} visit={visit} file={file} kinds={kinds} />
      )}
      {file.state === 'refused' && !file.isWithheld && <Found file={file} />}
      {file.state === 'refused' && file.isOwn && !file.isWithheld && (
        <Mending at={at} file={file} />
      )}
      {(file.state === 'unmapped' || file.state === 'refused') && file.isOwn && (
        <Confirm
          action={at('give-up')}
          isGrave
          button="Give this file up"
          otherwise={{ label: 'Back to the facts', href: factsAddress(programme.programme) }}
        >
          <h2>Give it up</h2>
          <p>Nothing of it comes in, and what it holds can be read by nobody afterwards.</p>
        </Confirm>
      )}
    </>
  );
}

function Withheld(): JSX.Element {
  return (
    <Notice tone="neutral" title="What stands in it is not shown to you">
      <p>A colleague sent this file, and it may hold amounts of money. They see to it.</p>
    </Notice>
  );
}

const leads: Readonly<Record<string, string>> = {
  unmapped: 'Its columns have names of their own. Say once what they mean.',
  waiting: 'It is being read. You can leave this page and come back.',
  done: 'All of it has come in.',
  refused: 'Nothing of it has come in: some rows are to be mended first.',
  'given up': 'Nothing of it has come in.',
};

function factsOf(file: SeenFile) {
  return [
    { name: 'State', value: <FileState state={file.state} /> },
    { name: 'Sent', value: <Moment at={file.at} /> },
    { name: 'Size', value: `${bytesInWords(file.bytes)}, ${file.type}` },
    ...(file.added === undefined
      ? []
      : [{ name: 'New facts', value: file.added.toLocaleString('en-GB') }]),
    ...(file.sentBefore === undefined || file.sentBefore === 0
      ? []
      : [{ name: 'Known already', value: file.sentBefore.toLocaleString('en-GB') }]),
    ...(file.problems === undefined || file.problems === 0
      ? []
      : [{ name: 'To be mended', value: file.problems.toLocaleString('en-GB') }]),
  ];
}

function Found({ file }: Readonly<{ file: SeenFile }>): JSX.Element {
  return (
    <Table
      caption="What stands against it"
      onPhone="lines"
      columns={[
        { label: 'Where' },
        { label: 'What is wrong', inLine: 'across' },
        { label: 'What to do', inLine: 'across' },
      ]}
      rows={file.found.slice(0, 200).map((each, number) => ({
        key: String(number),
        cells: [<Where key="where" found={each} />, each.message, each.help],
      }))}
      empty={<Notice tone="neutral">What stood against it is no longer kept.</Notice>}
    />
  );
}

type FoundOne = SeenFile['found'][number];

function Where({ found: { row, column, isMended } }: Readonly<{ found: FoundOne }>): JSX.Element {
  return (
    <>
      {row === 0 ? 'The file' : `Row ${row.toLocaleString('en-GB')}`}
      {isMended && ' (mended)'}
      {column !== undefined && (
        <>
          , <code>{column}</code>
        </>
      )}
    </>
  );
}

type MendingProps = Readonly<{ at: (...rest: string[]) => string; file: SeenFile }>;

function Mending({ at, file }: MendingProps): JSX.Element | null {
  const isMendable = file.mends === undefined;
  const hasRows = file.found.some(({ row }) => row > 0);
  if (!isMendable || !hasRows) return null;
  return (
    <>
      <h2>Mend the rows</h2>
      <p>
        Mend the rows at fault and send them: they stand in for those of the file, and all of it
        comes in together. They can be taken as a file, each with what is wrong in its last column.
      </p>
      <p>
        <a href={at('rows-to-mend')}>Take the rows to mend (CSV)</a>
      </p>
      <Form action={at('mended')} name="mended" hasFiles>
        <div data-mends={at('rows-to-mend')} />
        <Field kind="file" name="file" label="A file of the mended rows" accept=".csv" isOptional />
        <Buttons>
          <Button>Send the mended rows</Button>
        </Buttons>
      </Form>
    </>
  );
}

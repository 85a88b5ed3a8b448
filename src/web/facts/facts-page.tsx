import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { files, sendFile } from '../../service/facts-in/index.ts';
import { Button, Buttons, Empty, Field, Form, Moment, Status, Table } from '../look/index.ts';
import type { OwnProgramme } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { factsAddress, shortReference } from './address.ts';
import { edgeOf, FactsHead } from './facts-head.tsx';
import { findProgramme } from './find-programme.ts';
import { bytesInWords, fileStates } from './words.ts';

type Files = Static<(typeof files)['output']>['files'];

/** Facts of a programme: send a file, record one, and see what became of the files sent. */
export async function showFacts(visit: Visit, problems: readonly Problem[] = []): Promise<Answer> {
  const found = await findProgramme(visit);
  if (!found.ok) return found.answer;
  const { programme } = found;
  const listed = await visit.perform(files, { programme: programme.programme });
  if (!listed.ok) return showRefused(visit, listed.problems);
  const title = 'Facts';
  return showPage(
    visit,
    { title, width: 'wide', problems, ...edgeOf(programme) },
    <Body programme={programme} sent={listed.value.files} />,
  );
}

/** Takes a file of facts. */
export async function takeFile(visit: Visit): Promise<Answer> {
  if (visit.uploadProblems.length > 0) return showFacts(visit, visit.uploadProblems);
  const programme = visit.params.programme ?? '';
  const sent = await visit.perform(sendFile, { programme, ...visit.uploads.file });
  if (!sent.ok) return showFacts(visit, sent.problems);
  return { kind: 'go', to: factsAddress(programme, 'files', sent.value.import) };
}

const howSent =
  'CSV, NDJSON or Parquet. An export of your own system will do: you say once what its columns ' +
  'mean. All of its rows come in, or none.';

type BodyProps = Readonly<{ programme: OwnProgramme; sent: Files }>;

function Body({ programme, sent }: BodyProps): JSX.Element {
  const at = (...rest: string[]) => factsAddress(programme.programme, ...rest);
  return (
    <>
      <FactsHead
        programme={programme}
        lead="What happened to people: sent as a file, or recorded one by one."
        actions={<Button href={at('one')}>Record one fact</Button>}
      >
        Facts
      </FactsHead>
      <h2>Send a file</h2>
      <Form action={at('files')} name="file" hasFiles>
        <Field
          kind="file"
          name="file"
          label="The file"
          accept=".csv,.ndjson,.parquet,.txt"
          hint={howSent}
        />
        <Buttons>
          <Button>Send the file</Button>
        </Buttons>
      </Form>
      <FilesSent programme={programme.programme} sent={sent} />
      <h2>Look somebody up</h2>
      <Form action={`/programmes/${programme.programme}/participants`} name="find" isSearch>
        <Field
          kind="text"
          name="participant"
          label="Reference"
          hint="The reference that was given when they were entered."
          autocomplete="off"
        />
        <Buttons>
          <Button kind="quiet">Open the record</Button>
        </Buttons>
      </Form>
    </>
  );
}

function FilesSent({ programme, sent }: Readonly<{ programme: string; sent: Files }>) {
  return (
    <Table
      caption="Files sent"
      columns={[
        { label: 'File' },
        { label: 'Sent' },
        { label: 'Size', isNumber: true },
        { label: 'Rows', isNumber: true },
        { label: 'State' },
      ]}
      rows={sent.map((file) => ({
        key: file.import,
        cells: [
          <a key="file" href={factsAddress(programme, 'files', file.import)}>
            {file.mends === undefined ? 'File' : 'Mended rows'} {shortReference(file.import)}
          </a>,
          <Moment key="at" at={file.at} />,
          bytesInWords(file.bytes),
          file.rowsRead.toLocaleString('en-GB'),
          <FileState key="state" state={file.state} />,
        ],
      }))}
      empty={
        <Empty title="No file has been sent yet">
          <p>What becomes of a file is shown here, row by row.</p>
        </Empty>
      }
    />
  );
}

/** Where a file stands. */
export function FileState({ state }: Readonly<{ state: string }>): JSX.Element {
  const { tone, said } = fileStates[state] ?? { tone: 'neutral', said: state };
  return <Status tone={tone}>{said}</Status>;
}

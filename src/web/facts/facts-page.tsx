import type { JSX } from 'preact';
import type { Static } from 'typebox';
import { type Answer, fileNotChosen, type Visit } from '../../http/index.ts';
import { evidenceAsked, files, sendFile } from '../../service/facts-in/index.ts';
import { lookUpParticipant, referPerson, seePerson } from '../../service/people/index.ts';
import { Button, Buttons, Empty, Field, Form, Moment, Status, Table } from '../look/index.ts';
import { type OwnProgramme, showUnpublished } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { useMayDo } from '../visit-context.ts';
import { factsAddress, shortReference } from './address.ts';
import { AskedList } from './asked-list.tsx';
import type { SeenClaim } from './evidence-page.tsx';
import { edgeOf, FactsHead } from './facts-head.tsx';
import { LookUp } from './look-up.tsx';
import { ofProgramme } from './of-programme.ts';
import { type KnownParticipant, participantsKnown } from './participants-known.ts';
import { bytesInWords, fileStates } from './words.ts';

type Files = Static<(typeof files)['output']>['files'];

/** Facts of a programme: send a file, record one, and see what became of the files sent. */
export const showFacts = ofProgramme(async ({ visit, programme, problems }) => {
  const listed = await visit.perform(files, { programme: programme.programme });
  if (!listed.ok) return showRefused(visit, listed.problems);
  if (programme.version === undefined && problems.length === 0) {
    return showUnpublished(visit, programme, 'facts');
  }
  const asked = await visit.perform(evidenceAsked, { programme: programme.programme });
  const title = 'Facts';
  return showPage(
    visit,
    { title, width: 'wide', problems, ...edgeOf(programme) },
    <Body
      programme={programme}
      sent={listed.value.files}
      asked={asked.ok ? asked.value.claims : []}
      known={await participantsKnown(visit)}
    />,
  );
});

/** Takes a file of facts. */
export async function takeFile(visit: Visit): Promise<Answer> {
  if (visit.uploadProblems.length > 0) return showFacts(visit, visit.uploadProblems);
  const { file } = visit.uploads;
  if (file === undefined) return showFacts(visit, [fileNotChosen('file')]);
  const programme = visit.params.programme ?? '';
  const sent = await visit.perform(sendFile, { programme, ...file });
  if (!sent.ok) return showFacts(visit, sent.problems);
  return { kind: 'go', to: factsAddress(programme, 'files', sent.value.import) };
}

const howSent =
  'CSV, NDJSON or Parquet: choose it, or drop it here. An export of your own system will do: you ' +
  'say once what its columns mean. All of its rows come in, or none.';

type BodyProps = Readonly<{
  programme: OwnProgramme;
  sent: Files;
  asked: readonly SeenClaim[];
  known: readonly KnownParticipant[];
}>;

function Body({ programme, sent, asked, known }: BodyProps): JSX.Element {
  const mayDo = useMayDo();
  const at = (...rest: string[]) => factsAddress(programme.programme, ...rest);
  // Whoever works with people comes for one of them; others come with files.
  const isWithPeople = mayDo(seePerson);
  const lookUp = mayDo(lookUpParticipant) && (
    <>
      <h2>Look somebody up</h2>
      <LookUp programme={programme.programme} known={known} />
    </>
  );
  return (
    <>
      <FactsHead
        programme={programme}
        lead="What happened to people: sent as a file, or recorded one by one."
        actions={
          <>
            <Button href={at('one')}>Record one fact</Button>
            {mayDo(referPerson) && (
              <Button kind="quiet" href={`/programmes/${programme.programme}/refer`}>
                {isProviders(programme) ? 'Somebody chose you' : 'Refer somebody'}
              </Button>
            )}
          </>
        }
      >
        Facts
      </FactsHead>
      <AskedList programme={programme.programme} claims={asked} />
      {isWithPeople && lookUp}
      <h2>Send a file</h2>
      <SendFile action={at('files')} />
      <FilesSent programme={programme.programme} sent={sent} />
      {!isWithPeople && lookUp}
    </>
  );
}

function SendFile({ action }: Readonly<{ action: string }>): JSX.Element {
  return (
    <Form action={action} name="file" hasFiles>
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
  );
}

// A provider records who chose it, and refers nobody to another.
function isProviders({ parts }: OwnProgramme): boolean {
  return parts.includes('provider') && !parts.includes('commissioner');
}

function FilesSent({ programme, sent }: Readonly<{ programme: string; sent: Files }>) {
  return (
    <Table
      caption="Files sent"
      onPhone="lines"
      columns={[
        { label: 'File' },
        { label: 'Sent' },
        { label: 'Size', isNumber: true },
        { label: 'Rows', isNumber: true, isSaidInLine: true },
        { label: 'State', inLine: 'end' },
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

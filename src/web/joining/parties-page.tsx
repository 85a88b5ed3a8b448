import type { JSX } from 'preact';
import type { Answer as Given, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { letTakePart } from '../../service/programmes/index.ts';
import { formText } from '../form-text.ts';
import { Button, Buttons, Empty, Field, Form, Heading, Table } from '../look/index.ts';
import { type OwnProgramme, ProgrammeTabs } from '../programmes/index.ts';
import { showPage } from '../show.tsx';
import { findHead, ownEdge, ownName } from './programme-head.ts';

const words: Readonly<Record<string, string>> = {
  commissioner: 'Buys',
  provider: 'Provides',
  payer: 'Pays a share',
  verifier: 'Verifies claims',
  auditor: 'Audits',
  referrer: 'Refers people',
};

const lead =
  'Providers apply by themselves, on any day. Whoever pays a share, verifies, audits or refers ' +
  'is let in here, and takes part at once.';

/** Who takes part in a programme, and the form that lets another organisation in. */
export async function showParties(visit: Visit, problems: readonly Problem[] = []): Promise<Given> {
  const head = await findHead(visit);
  if (!head.ok) return head.answer;
  const { own } = head;
  return showPage(
    visit,
    { title: 'Who takes part', problems, ...ownEdge(own) },
    <>
      <ProgrammeTabs programme={own.programme} parts={own.parts} here="providers" />
      <Heading kind={ownName(own)} lead={lead}>
        Who takes part
      </Heading>
      <PartyTable own={own} />
      <h2>Let an organisation in</h2>
      <PartyForm visit={visit} own={own} />
    </>,
  );
}

type Props = Readonly<{ own: OwnProgramme }>;

function PartyTable({ own }: Props): JSX.Element {
  return (
    <Table
      caption="Organisations"
      isCaptionUnseen
      onPhone="lines"
      columns={[{ label: 'Organisation' }, { label: 'Its part', inLine: 'end' }]}
      rows={own.parties.map(({ organisation, part, name }) => ({
        key: `${organisation} ${part}`,
        cells: [name, words[part] ?? part],
      }))}
      empty={<Empty title="Nobody takes part" />}
    />
  );
}

function PartyForm({ visit, own }: Props & Readonly<{ visit: Visit }>): JSX.Element {
  return (
    <Form action={`/programmes/${own.programme}/parties`} values={visit.form}>
      <Field
        kind="text"
        name="organisation"
        label="Reference of the organisation"
        hint="One of its members gives it to you: it stands on their page Organisation."
        autocomplete="off"
      />
      <Field
        kind="radios"
        name="part"
        label="What it does here"
        options={[
          {
            value: 'payer',
            label: 'It pays a share',
            hint: 'It sees its own part of each statement, as the page divides it.',
          },
          {
            value: 'verifier',
            label: 'It verifies claims',
            hint: 'It sees claims and what shows them. A provider never verifies.',
          },
          {
            value: 'auditor',
            label: 'It audits',
            hint: 'It sees everything but names, and changes nothing.',
          },
          {
            value: 'referrer',
            label: 'It refers people',
            hint: 'Its case workers see those whom they refer, and no money.',
          },
        ]}
      />
      <Field
        kind="text"
        name="name"
        label="How the page calls it"
        hint="Word for word, where the page names it."
        autocomplete="off"
      />
      <Buttons>
        <Button>Let it take part</Button>
      </Buttons>
    </Form>
  );
}

/** Lets an organisation take part. */
export async function takeParty(visit: Visit): Promise<Given> {
  const { programme = '' } = visit.params;
  const typed = (name: string) => formText(visit, name).trim();
  const name = typed('name');
  const organisation = typed('organisation').toLowerCase();
  const asked = { programme, organisation, part: typed('part'), name };
  const done = await visit.perform(letTakePart, asked);
  if (!done.ok) return showParties(visit, done.problems);
  const to = `/programmes/${programme}/parties`;
  return { kind: 'go', to, say: `${name} takes part from now on.` };
}

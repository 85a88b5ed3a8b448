import type { JSX } from 'preact';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { dayIn } from '../../service/act/index.ts';
import {
  disputeReasons,
  explainLineOf,
  explainOwnLine,
  explainParticipantOf,
  listOfDisputes,
  readStatement,
} from '../../service/money/index.ts';
import { hasDuty } from '../has-duty.ts';
import { Button, Buttons, Day, Field, Form, Heading, Table, Why } from '../look/index.ts';
import type { OwnProgramme } from '../programmes/index.ts';
import { withClauseWords } from './clause-words.ts';
import { moneyAddress, seesAll, showMoney } from './money-page.tsx';
import { capital } from './money-words.tsx';

type Explained = Readonly<{
  paragraphs: readonly (readonly string[])[];
  facts: readonly Readonly<Record<string, string>>[];
  /** How many more facts count, which are not for who asks. */
  others?: number;
}>;

/** Why a line is what it is, or how everything stands with a participant. */
export async function showWhy(visit: Visit, problems: readonly Problem[] = []): Promise<Answer> {
  const { programme = '', settlement = '' } = visit.params;
  return showMoney(visit, async (own) => {
    const found = await explain(visit, own);
    if (!found.ok) return found.problems;
    const { line } = visit.query;
    const at = moneyAddress(programme, settlement);
    const isOwn = !seesAll(own) && line !== undefined && hasDuty(visit, 'provider_finance');
    const standing = isOwn ? await findStanding(visit, line) : 'over';
    return {
      title: 'Why',
      trail: [
        { label: 'Money', href: moneyAddress(programme) },
        ...(seesAll(own) ? [{ label: 'Settlement', href: at }] : []),
      ],
      problems,
      children: (
        <>
          <Heading kind="Why" lead={line?.split('|')[2]}>
            {headingOf(line)}
          </Heading>
          <Paragraphs explained={found.value} />
          <FactsBehind explained={found.value} />
          {isOwn && standing === 'open' && <Question at={at} line={line} visit={visit} />}
          {standing === 'questioned' && <Questioned programme={programme} />}
        </>
      ),
    };
  });
}

async function explain(visit: Visit, own: OwnProgramme) {
  const { programme = '', settlement = '' } = visit.params;
  const { line, participant } = visit.query;
  const of = { programme, settlement };
  if (participant !== undefined) {
    return visit.perform(explainParticipantOf, { ...of, participant });
  }
  const asked = { ...of, line: line ?? '' };
  return seesAll(own) ? visit.perform(explainLineOf, asked) : visit.perform(explainOwnLine, asked);
}

/** "Settled, number 2" of `Outcomes/Settled|…|Bright Futures|2`. */
function headingOf(line: string | undefined): string {
  if (line === undefined) return 'How everything stands with this participant';
  const [clause = '', , , number = ''] = line.split('|');
  const outcome = clause.split('/').at(-1) ?? clause;
  return `${capital(outcome)}, ${/^\d+$/.test(number) ? 'number ' : ''}${number}`;
}

function Paragraphs({ explained }: Readonly<{ explained: Explained }>): JSX.Element {
  return (
    <>
      {explained.paragraphs.map((sentences, at) => (
        <Why key={String(at)} sentences={sentences.map(inWords)} />
      ))}
    </>
  );
}

function inWords(sentence: string): string {
  return withShortReferences(withClauseWords(sentence));
}

const reference = /\b([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;

/** References are random and long; their first part tells the facts of one line apart. */
function withShortReferences(text: string): string {
  return text.replaceAll(reference, '$1');
}

function FactsBehind({ explained }: Readonly<{ explained: Explained }>): JSX.Element {
  const { facts, others = 0 } = explained;
  return (
    <section>
      <h2>The facts it rests on</h2>
      <Table
        caption="Facts in the order of their days"
        isCaptionUnseen
        onPhone="lines"
        columns={[
          { label: 'Fact' },
          { label: 'Reference', inLine: 'nowhere' },
          { label: 'Day' },
          { label: 'Until', isSaidInLine: true },
          { label: 'Value', isNumber: true, isSaidInLine: true },
          { label: 'Known', isSaidInLine: true },
          { label: 'State', inLine: 'end' },
        ]}
        rows={facts.map((fact) => ({
          key: fact.id ?? '',
          cells: [
            capital(fact.kind ?? ''),
            <code key="reference">{withShortReferences(fact.id ?? '')}</code>,
            on(fact.day ?? fact.from),
            on(fact.to),
            fact.value ?? '–',
            on(fact.known ?? fact.day ?? fact.to),
            capital(fact.state ?? 'verified'),
          ],
        }))}
        empty={others === 0 ? <p>It rests on no facts of a participant.</p> : null}
      />
      {others > 0 && <p>{othersWords(others)}</p>}
    </section>
  );
}

function othersWords(others: number): string {
  return others === 1
    ? 'One fact that others recorded counts too.'
    : `${others} facts that others recorded count too.`;
}

function on(day: string | undefined): JSX.Element | string {
  return day === undefined ? '–' : <Day key={day} day={day as CalendarDay} />;
}

/** Whether a line may be questioned now, is so already, or may be no more. */
async function findStanding(visit: Visit, line: string): Promise<'open' | 'questioned' | 'over'> {
  const { programme = '', settlement = '' } = visit.params;
  const asked = { programme, settlement, line, most: 1 };
  const listed = await visit.perform(listOfDisputes, asked);
  const disputes = listed.ok ? listed.value.disputes : [];
  if (disputes.some(({ releasedAt }) => releasedAt === undefined)) return 'questioned';
  const [, , payee = ''] = line.split('|');
  const read = await visit.perform(readStatement, { programme, settlement, payee, most: 1 });
  const until = read.ok ? read.value.statement.questionBy : undefined;
  const { store, clock } = visit.service;
  return until !== undefined && dayIn(store.timeZone, clock()) > until ? 'over' : 'open';
}

function Questioned({ programme }: Readonly<{ programme: string }>): JSX.Element {
  return (
    <section>
      <h2>Questioned</h2>
      <p>
        This line is in dispute, with all of its outcome for the same participant:{' '}
        <a href={`/programmes/${programme}/disputes`}>see how it stands</a>.
      </p>
    </section>
  );
}

type QuestionProps = Readonly<{ at: string; line: string; visit: Visit }>;

function Question({ at, line, visit }: QuestionProps): JSX.Element {
  const action = `${at}/disputes?line=${encodeURIComponent(line)}`;
  return (
    <section class="no-print">
      <h2>Question this line</h2>
      <Form action={action} name="dispute" values={visit.form}>
        <Field
          kind="radios"
          name="reason"
          label="What is wrong with it?"
          hint="Nothing about a person is asked or kept here."
          options={Object.entries(disputeReasons).map(([value, label]) => ({ value, label }))}
        />
        <Buttons>
          <Button kind="quiet">Question it</Button>
        </Buttons>
      </Form>
    </section>
  );
}

import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import {
  answerDispute,
  disputeAnswers,
  disputeReasons,
  listOfDisputes,
  openDispute,
  releaseDispute,
} from '../../service/money/index.ts';
import { formText } from '../form-text.ts';
import {
  Button,
  Buttons,
  Day,
  DayOf,
  Empty,
  Field,
  Form,
  Heading,
  Pager,
  Status,
} from '../look/index.ts';
import { useMayDo } from '../visit-context.ts';
import { moneyAddress, showMoney } from './money-page.tsx';
import { capital, dateWords, Reference } from './money-words.tsx';
import { showWhy } from './why-page.tsx';

type Dispute = Static<(typeof listOfDisputes)['output']>['disputes'][number];

const most = 50;

/** Lines that are questioned, and how each stands. */
export async function showDisputes(
  visit: Visit,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const { programme = '' } = visit.params;
  return showMoney(visit, async (own) => {
    const { after: from } = visit.query;
    const found = await visit.perform(listOfDisputes, {
      programme,
      most,
      ...(from === undefined ? {} : { after: from }),
    });
    if (!found.ok) return found.problems;
    const { disputes, after } = found.value;
    const isBuyer = own.parts.includes('commissioner');
    const isPayee = own.parts.includes('provider');
    return {
      title: 'Disputes',
      trail: [{ label: 'Money', href: moneyAddress(programme) }],
      problems,
      children: (
        <>
          <Heading lead="What a questioned line rises by is held where the page says so.">
            Disputes
          </Heading>
          {disputes.length === 0 && <Empty title="No line is in dispute" />}
          {disputes.map((dispute) => (
            <One
              key={dispute.dispute}
              visit={visit}
              dispute={dispute}
              isBuyer={isBuyer}
              isPayee={isPayee && !isBuyer}
            />
          ))}
          <Pager
            of="disputes"
            after={after && `/programmes/${programme}/disputes?after=${after}`}
          />
        </>
      ),
    };
  });
}

type OneProps = Readonly<{ visit: Visit; dispute: Dispute; isBuyer: boolean; isPayee: boolean }>;

function One({ visit, dispute, isBuyer, isPayee }: OneProps): JSX.Element {
  const mayDo = useMayDo();
  const { programme = '' } = visit.params;
  const { outcome, payee, reason, openedAt, answer, releasedAt, line, day } = dispute;
  const at = `/programmes/${programme}/disputes/${dispute.dispute}`;
  const mayAnswer = isBuyer && mayDo(answerDispute);
  const mayRelease = mayDo(releaseDispute) && (isBuyer ? answer !== undefined : isPayee);
  return (
    <section>
      <h2>
        {capital(outcome)}, {payee}
        {day !== undefined && (
          <>
            , <Day day={day as CalendarDay} />
          </>
        )}
      </h2>
      <p>
        <StateOf dispute={dispute} /> Questioned on <DayOf at={openedAt} />:{' '}
        {wordsIn(disputeReasons, reason)}.{' '}
      </p>
      <p>
        <Where dispute={dispute} isBuyer={isBuyer} programme={programme} />.{' '}
        {line !== undefined && <WhyLine of={dispute} programme={programme} />}
      </p>
      {answer !== undefined && <p>Answered: {wordsIn(disputeAnswers, answer)}.</p>}
      {releasedAt === undefined && mayAnswer && (
        <Form action={`${at}/answer`} name={`answer-${dispute.dispute}`}>
          <Field
            kind="select"
            name="answer"
            label="Answer"
            empty="Choose an answer"
            options={Object.entries(disputeAnswers).map(([value, label]) => ({ value, label }))}
          />
          <Buttons>
            <Button kind="quiet">Answer</Button>
          </Buttons>
        </Form>
      )}
      {releasedAt === undefined && mayRelease && (
        <Form action={`${at}/release`} name={`release-${dispute.dispute}`}>
          <Buttons>
            <Button kind="quiet">End the dispute</Button>
          </Buttons>
        </Form>
      )}
    </section>
  );
}

type WhereProps = Readonly<{ dispute: Dispute; isBuyer: boolean; programme: string }>;

/** On which settlement, and about whom: to its payee the statement leads further. */
function Where({ dispute, isBuyer, programme }: WhereProps): JSX.Element {
  const { settlement, payee, number, asAt, participant } = dispute;
  const statement = isBuyer ? [] : ['statements', payee];
  return (
    <>
      A line of{' '}
      <a href={moneyAddress(programme, settlement, ...statement)}>
        settlement {number}, as at {dateWords(asAt)}
      </a>
      {participant !== undefined && (
        <>
          , participant <Reference of={participant} />
        </>
      )}
    </>
  );
}

type WhyProps = Readonly<{ of: Dispute; programme: string }>;

function WhyLine({ of: { settlement, line = '' }, programme }: WhyProps): JSX.Element {
  const why = `${moneyAddress(programme, settlement)}/why?line=${encodeURIComponent(line)}`;
  return <a href={why}>Why the line is so</a>;
}

function StateOf({ dispute }: Readonly<{ dispute: Dispute }>): JSX.Element {
  if (dispute.releasedAt !== undefined) return <Status tone="good">Over.</Status>;
  return dispute.answer === undefined ? (
    <Status tone="attention">Open.</Status>
  ) : (
    <Status tone="waiting">Answered.</Status>
  );
}

function wordsIn(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}

/** Questions a line. */
export async function takeDispute(visit: Visit): Promise<Answer> {
  const { programme = '', settlement = '' } = visit.params;
  const { line = '' } = visit.query;
  const reason = formText(visit, 'reason');
  const done = await visit.perform(openDispute, { programme, settlement, line, reason });
  if (!done.ok) return showWhy(visit, done.problems);
  return back(visit, 'The line is questioned. The commissioner answers here.');
}

/** Answers a dispute. */
export async function takeAnswer(visit: Visit): Promise<Answer> {
  const answer = formText(visit, 'answer');
  const done = await visit.perform(answerDispute, { ...which(visit), answer });
  return done.ok ? back(visit, 'It is answered.') : showDisputes(visit, done.problems);
}

/** Ends a dispute. */
export async function takeRelease(visit: Visit): Promise<Answer> {
  const done = await visit.perform(releaseDispute, which(visit));
  return done.ok ? back(visit, 'The dispute is over.') : showDisputes(visit, done.problems);
}

function which({ params: { programme, dispute } }: Visit) {
  return { programme, dispute };
}

function back({ params: { programme = '' } }: Visit, say: string): Answer {
  return { kind: 'go', to: `/programmes/${programme}/disputes`, say };
}

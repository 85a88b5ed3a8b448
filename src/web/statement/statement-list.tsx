import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Visit } from '../../http/index.ts';
import { listOfStatements } from '../../service/money/index.ts';
import { Button, Buttons, Day, Empty, Heading, Pager, Table } from '../look/index.ts';
import type { OwnProgramme } from '../programmes/index.ts';
import { moneyAddress } from '../settlement/money-page.tsx';
import { dateWords, Sum } from '../settlement/money-words.tsx';

type Listed = Static<(typeof listOfStatements)['output']>['statements'];

const most = 50;

/** A payee's own statements, or a payer's own part of all, newest first. */
export async function showStatementList(visit: Visit, own: OwnProgramme) {
  const { programme } = own;
  const { after: from } = visit.query;
  const asked = { programme, most, ...(from === undefined ? {} : { after: from }) };
  const found = await visit.perform(listOfStatements, asked);
  if (!found.ok) return found.problems;
  const { statements, after } = found.value;
  const isPayer = !own.parts.includes('provider');
  return {
    title: isPayer ? 'What you pay' : 'Statements',
    children: (
      <>
        <Heading lead={isPayer ? payerLead : payeeLead} actions={<Actions of={programme} />}>
          {isPayer ? 'What you pay' : 'Statements'}
        </Heading>
        <List programme={programme} statements={statements} isPayer={isPayer} />
        <Pager of="statements" after={after && `${moneyAddress(programme)}?after=${after}`} />
      </>
    ),
  };
}

const payeeLead = 'What you are owed, settlement by settlement, with every line and its reasons.';
const payerLead = 'Your part of each statement, and what you are told to pay on it.';

function Actions({ of }: Readonly<{ of: string }>): JSX.Element {
  return (
    <Buttons>
      <Button kind="quiet" href={`/programmes/${of}/payments`}>
        Payments
      </Button>
      <Button kind="quiet" href={`/programmes/${of}/disputes`}>
        Disputes
      </Button>
    </Buttons>
  );
}

type ListProps = Readonly<{ programme: string; statements: Listed; isPayer: boolean }>;

function List({ programme, statements, isPayer }: ListProps): JSX.Element {
  return (
    <Table
      caption={isPayer ? 'Your part of statements, newest first' : 'Your statements, newest first'}
      isCaptionUnseen
      onPhone="lines"
      columns={[
        { label: 'Statement' },
        ...(isPayer ? [{ label: 'Paid to' }] : []),
        { label: 'Reference', inLine: 'nowhere' },
        { label: 'Pay by', isSaidInLine: true },
        {
          label: isPayer ? 'Your part to date' : 'Owed to date',
          isNumber: true,
          isSaidInLine: true,
        },
        { label: 'To pay', isNumber: true, inLine: 'end' },
        { label: 'Paid by the bank', isNumber: true, isSaidInLine: true },
        ...(isPayer ? [{ label: 'To keep', inLine: 'across' as const }] : []),
      ]}
      rows={statements.map((each) => ({
        key: each.statement.reference,
        cells: cellsOf(programme, each, isPayer),
      }))}
      empty={
        <Empty title="There is no statement so far">
          <p>There is one as soon as a settlement has been approved.</p>
        </Empty>
      }
    />
  );
}

function cellsOf(programme: string, each: Listed[number], isPayer: boolean) {
  const { statement, settlement, asAt, currency, confirmed } = each;
  const { payee, reference, payBy, owed, paid = '0' } = statement;
  return [
    <a key="link" href={moneyAddress(programme, settlement, 'statements', payee)}>
      As at {dateWords(asAt)}
    </a>,
    ...(isPayer ? [payee] : []),
    <code key="reference">{reference}</code>,
    payBy === undefined ? '–' : <Day key="by" day={payBy as CalendarDay} />,
    <Sum key="owed" of={owed} currency={currency} />,
    <Sum key="paid" of={paid} currency={currency} />,
    <Sum key="confirmed" of={confirmed} currency={currency} />,
    ...(isPayer
      ? [
          <a key="file" href={moneyAddress(programme, settlement, 'payment-file')}>
            Payment file<span class="unseen"> as at {dateWords(asAt)}</span>
          </a>,
        ]
      : []),
  ];
}

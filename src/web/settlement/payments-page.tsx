import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Answer, Visit } from '../../http/index.ts';
import { formatMajor, unitsOfMajor } from '../../money/index.ts';
import {
  listOfBalances,
  listOfPayments,
  listOfStatements,
  recordPayments,
} from '../../service/money/index.ts';
import { Button, Buttons, Day, Heading, Pager, Table } from '../look/index.ts';
import type { OwnProgramme } from '../programmes/index.ts';
import { useMayDo } from '../visit-context.ts';
import { accountWords } from './account-words.ts';
import { moneyAddress, seesAll, showMoney } from './money-page.tsx';
import { Sum } from './money-words.tsx';

/** What banks have paid, what they have not, and what every account of the ledger holds. */
export async function showPayments(visit: Visit): Promise<Answer> {
  const { programme = '' } = visit.params;
  return showMoney(visit, async (own) => {
    const { after, open } = visit.query;
    const paid = await visit.perform(listOfPayments, { programme, most, ...from(after) });
    if (!paid.ok) return paid.problems;
    const asked = { programme, isOpen: true, most, ...from(open) };
    const stated = await visit.perform(listOfStatements, asked);
    const held = await visit.perform(listOfBalances, { programme });
    const title = seesAll(own) ? 'Payments and ledger' : 'Payments';
    return {
      title,
      trail: [{ label: 'Money', href: moneyAddress(programme) }],
      children: (
        <>
          <Heading lead={seesAll(own) ? wholeLead : ownLead} actions={<Recording own={own} />}>
            {title}
          </Heading>
          {stated.ok && <Open own={own} found={stated.value} />}
          <Paid programme={programme} found={paid.value} />
          {held.ok && <Balances programme={programme} held={held.value} />}
        </>
      ),
    };
  });
}

const most = 50;

const wholeLead = 'What a settlement pays stands in the ledger; here is what the bank says.';
const ownLead = 'What statements say is paid, and what the bank says has been.';

function from(after: string | undefined) {
  return after === undefined ? {} : { after };
}

type OwnProps = Readonly<{ own: OwnProgramme }>;

/** Whoever pays records what its bank has paid. */
function useMayRecord({ parts }: OwnProgramme): boolean {
  const mayDo = useMayDo();
  return mayDo(recordPayments) && (parts.includes('commissioner') || parts.includes('payer'));
}

function Recording({ own }: OwnProps): JSX.Element | null {
  if (!useMayRecord(own)) return null;
  return (
    <Buttons>
      <Button href={`/programmes/${own.programme}/payments/new`}>
        Record what the bank has paid
      </Button>
    </Buttons>
  );
}

type OpenProps = OwnProps &
  Readonly<{
    found: Static<(typeof listOfStatements)['output']>;
  }>;

function Open({ own, found: { statements, after } }: OpenProps): JSX.Element {
  const mayRecord = useMayRecord(own);
  const at = `/programmes/${own.programme}/payments`;
  return (
    <section>
      <h2>Not confirmed by the bank</h2>
      <Table
        caption="Statements of which the bank has paid another sum"
        isCaptionUnseen
        onPhone="lines"
        columns={[
          { label: 'Paid to' },
          { label: 'Reference' },
          { label: 'Pay by', isSaidInLine: true },
          { label: 'To pay', isNumber: true, inLine: 'end' },
          { label: 'Paid so far', isNumber: true, isSaidInLine: true },
          ...(mayRecord ? [{ label: 'Record', isUnseen: true, inLine: 'under-end' as const }] : []),
        ]}
        rows={statements.map((each) => ({
          key: each.statement.reference,
          cells: [
            ...openCells(each),
            ...(mayRecord ? [<ToRecord key="to" at={at} of={each} />] : []),
          ],
        }))}
        empty={<p>No statement waits for the bank.</p>}
      />
      <Pager of="statements" after={after && `${at}?open=${after}`} />
    </section>
  );
}

type OpenStatement = OpenProps['found']['statements'][number];

function openCells({ statement, confirmed, currency }: OpenStatement) {
  const { payee, reference, payBy, paid = '0' } = statement;
  return [
    payee,
    <code key="reference">{reference}</code>,
    payBy === undefined ? '–' : <Day key="by" day={payBy as CalendarDay} />,
    <Sum key="paid" of={paid} currency={currency} />,
    <Sum key="confirmed" of={confirmed} currency={currency} />,
  ];
}

/** The form with what is left to be paid on a statement filled in. */
function ToRecord({ at, of }: Readonly<{ at: string; of: OpenStatement }>): JSX.Element {
  const { reference, payee } = of.statement;
  return (
    <a href={`${at}/new?${new URLSearchParams({ reference, amount: leftOn(of) })}`}>
      Record
      <span class="unseen">
        {' '}
        what was paid to {payee} for {reference}
      </span>
    </a>
  );
}

/** Where several pay it, each has paid its own part, which only its bank knows. */
function leftOn({ statement, confirmed, currency }: OpenStatement): string {
  const { paid = '0', payers } = statement;
  if (payers.filter(({ pays }) => Number(pays) !== 0).length > 1) return '';
  const left = unitsOfMajor(paid) - unitsOfMajor(confirmed);
  return left > 0n ? formatMajor(left, currency) : '';
}

type PaidProps = Readonly<{
  programme: string;
  found: Static<(typeof listOfPayments)['output']>;
}>;

function Paid({ programme, found: { payments, after } }: PaidProps): JSX.Element {
  return (
    <section>
      <h2>Paid, as the bank says</h2>
      <Table
        caption="Payments, newest first"
        isCaptionUnseen
        onPhone="lines"
        columns={[
          { label: 'Paid to' },
          { label: 'Day' },
          { label: 'For' },
          { label: 'Bank’s reference', inLine: 'across', isSaidInLine: true },
          { label: 'Amount', isNumber: true, inLine: 'end' },
        ]}
        rows={payments.map((each) => ({
          key: each.payment,
          cells: [
            each.payee,
            <Day key="day" day={each.day as CalendarDay} />,
            <code key="reference">{each.reference}</code>,
            <span key="bank" class="unbroken">
              {each.bankReference}
            </span>,
            <Sum key="amount" of={each.amount} currency={each.currency} />,
          ],
        }))}
        empty={<p>No payment has been recorded so far.</p>}
      />
      <Pager of="payments" after={after && `/programmes/${programme}/payments?after=${after}`} />
    </section>
  );
}

type Held = Static<(typeof listOfBalances)['output']>;

function Balances({ programme, held }: Readonly<{ programme: string; held: Held }>): JSX.Element {
  const isNoted = ({ account }: Held['balances'][number]) => account.startsWith('memorandum:');
  const accounts = held.balances.filter((each) => !isNoted(each));
  const memoranda = held.balances.filter(isNoted);
  return (
    <section>
      <h2>The ledger</h2>
      <p>
        Debits stand above nothing and credits below. The{' '}
        <a href={`/programmes/${programme}/journal`}>journal</a> holds all {held.entries} entries
        for a program of accounts.
      </p>
      <div class="halves">
        <div>
          <h3>Owed and paid</h3>
          <Accounts caption="What every account holds" held={held} balances={accounts} />
        </div>
        {memoranda.length > 0 && (
          <div>
            <h3>Noted beside it, and owed by nobody</h3>
            <Accounts caption="What is noted" held={held} balances={memoranda} />
          </div>
        )}
      </div>
    </section>
  );
}

type AccountsProps = Readonly<{ caption: string; held: Held; balances: Held['balances'] }>;

function Accounts({ caption, held, balances }: AccountsProps): JSX.Element {
  return (
    <Table
      caption={caption}
      isCaptionUnseen
      onPhone="lines"
      columns={[{ label: 'Account' }, { label: 'Holds', isNumber: true, inLine: 'end' }]}
      rows={balances.map(({ account, amount }) => ({
        key: account,
        cells: [accountWords(account), <Sum key="amount" of={amount} currency={held.currency} />],
      }))}
      empty={<p>Nothing is booked so far.</p>}
    />
  );
}

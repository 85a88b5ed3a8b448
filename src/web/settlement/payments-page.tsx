import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import {
  listOfBalances,
  listOfPayments,
  listOfStatements,
  recordPaymentFile,
  recordPayments,
} from '../../service/money/index.ts';
import { formText } from '../form-text.ts';
import { hasDuty } from '../has-duty.ts';
import { Button, Buttons, Day, Field, Form, Heading, Pager, Table } from '../look/index.ts';
import { accountWords } from './account-words.ts';
import { moneyAddress, seesAll, showMoney } from './money-page.tsx';
import { Sum } from './money-words.tsx';

/** What banks have paid, what they have not, and what every account of the ledger holds. */
export async function showPayments(
  visit: Visit,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const { programme = '' } = visit.params;
  return showMoney(visit, async (own) => {
    const { after, open } = visit.query;
    const paid = await visit.perform(listOfPayments, { programme, most, ...from(after) });
    if (!paid.ok) return paid.problems;
    const asked = { programme, isOpen: true, most, ...from(open) };
    const stated = await visit.perform(listOfStatements, asked);
    const held = await visit.perform(listOfBalances, { programme });
    const mayRecord = ['finance_preparer', 'finance_approver'] as const;
    const title = seesAll(own) ? 'Payments and ledger' : 'Payments';
    return {
      title,
      trail: [{ label: 'Money', href: moneyAddress(programme) }],
      problems,
      children: (
        <>
          <Heading lead={seesAll(own) ? wholeLead : ownLead}>{title}</Heading>
          {stated.ok && <Open programme={programme} found={stated.value} />}
          <Paid programme={programme} found={paid.value} />
          {mayRecord.some((duty) => hasDuty(visit, duty)) && <Record visit={visit} />}
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

type OpenProps = Readonly<{
  programme: string;
  found: Static<(typeof listOfStatements)['output']>;
}>;

function Open({ programme, found: { statements, after } }: OpenProps): JSX.Element {
  return (
    <section>
      <h2>Not confirmed by the bank</h2>
      <Table
        caption="Statements of which the bank has paid another sum"
        isCaptionUnseen
        columns={[
          { label: 'Reference' },
          { label: 'Paid to' },
          { label: 'Pay by' },
          { label: 'To pay', isNumber: true },
          { label: 'Paid so far', isNumber: true },
        ]}
        rows={statements.map(({ statement, confirmed, currency }) => ({
          key: statement.reference,
          cells: [
            <code key="reference">{statement.reference}</code>,
            statement.payee,
            statement.payBy === undefined ? (
              '–'
            ) : (
              <Day key="by" day={statement.payBy as CalendarDay} />
            ),
            <Sum key="paid" of={statement.paid ?? '0'} currency={currency} />,
            <Sum key="confirmed" of={confirmed} currency={currency} />,
          ],
        }))}
        empty={<p>No statement waits for the bank.</p>}
      />
      <Pager of="statements" after={after && `/programmes/${programme}/payments?open=${after}`} />
    </section>
  );
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
        columns={[
          { label: 'Bank’s reference' },
          { label: 'Day' },
          { label: 'For' },
          { label: 'Paid to' },
          { label: 'Amount', isNumber: true },
        ]}
        rows={payments.map((each) => ({
          key: each.payment,
          cells: [
            each.bankReference,
            <Day key="day" day={each.day as CalendarDay} />,
            <code key="reference">{each.reference}</code>,
            each.payee,
            <Sum key="amount" of={each.amount} currency={each.currency} />,
          ],
        }))}
        empty={<p>No payment has been recorded so far.</p>}
      />
      <Pager of="payments" after={after && `/programmes/${programme}/payments?after=${after}`} />
    </section>
  );
}

const fileHint =
  'Its first line names bankReference, reference, amount and day. Rows that name no statement of ' +
  'this programme are left out, and nothing of them is kept.';

function Record({ visit }: Readonly<{ visit: Visit }>): JSX.Element {
  const at = `/programmes/${visit.params.programme}/payments`;
  return (
    <section class="no-print">
      <h2>Record what the bank has paid</h2>
      <Form action={at} name="payment" values={visit.form}>
        <Field kind="text" name="bankReference" label="The bank’s own reference" width="middle" />
        <Field kind="text" name="reference" label="Our reference" width="middle" />
        <Field
          kind="text"
          name="amount"
          label="Amount"
          width="short"
          hint="With its pence, as 1234.56."
        />
        <Field kind="day" name="day" label="Day on which it was paid" />
        <Buttons>
          <Button>Record it</Button>
        </Buttons>
      </Form>
      <Form action={`${at}/file`} name="payments" values={visit.form}>
        <Field
          kind="textarea"
          name="csv"
          label="Or many at once, as CSV"
          hint={fileHint}
          rows={6}
          isCode
        />
        <Buttons>
          <Button kind="quiet">Record them</Button>
        </Buttons>
      </Form>
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
      <Accounts caption="What every account holds" held={held} balances={accounts} />
      {memoranda.length > 0 && (
        <>
          <h3>Noted beside it, and owed by nobody</h3>
          <Accounts caption="What is noted" held={held} balances={memoranda} />
        </>
      )}
    </section>
  );
}

type AccountsProps = Readonly<{ caption: string; held: Held; balances: Held['balances'] }>;

function Accounts({ caption, held, balances }: AccountsProps): JSX.Element {
  return (
    <Table
      caption={caption}
      isCaptionUnseen
      columns={[{ label: 'Account' }, { label: 'Holds', isNumber: true }]}
      rows={balances.map(({ account, amount }) => ({
        key: account,
        cells: [accountWords(account), <Sum key="amount" of={amount} currency={held.currency} />],
      }))}
      empty={<p>Nothing is booked so far.</p>}
    />
  );
}

/** Records one payment from the form. */
export async function takePayment(visit: Visit): Promise<Answer> {
  const { programme = '' } = visit.params;
  const payment = {
    bankReference: formText(visit, 'bankReference').trim(),
    reference: formText(visit, 'reference').trim(),
    amount: formText(visit, 'amount').replaceAll(/[£$€,\s]/g, ''),
    day: formText(visit, 'day'),
  };
  const done = await visit.perform(recordPayments, { programme, payments: [payment] });
  return done.ok ? told(visit, done.value) : showPayments(visit, ofForm(done.problems));
}

/** Records many from what was pasted. */
export async function takePaymentFile(visit: Visit): Promise<Answer> {
  const { programme = '' } = visit.params;
  const csv = formText(visit, 'csv');
  const done = await visit.perform(recordPaymentFile, { programme, csv });
  return done.ok ? told(visit, done.value) : showPayments(visit, done.problems);
}

/** A form has one payment: what is wrong with its first is wrong with its fields. */
function ofForm(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => {
    const { field, ...rest } = problem.at;
    if (field === undefined) return problem;
    return { ...problem, at: { ...rest, field: field.replace(/^payments\.\d+\./, '') } };
  });
}

// What is said after a change is kept in a cookie, which holds little.
const toldMost = 3;

type Told = Static<(typeof recordPayments)['output']>;

function told(visit: Visit, { recorded, knownBefore, leftOut, problems }: Told): Answer {
  const parts = [
    `${recorded} recorded`,
    ...(knownBefore > 0 ? [`${knownBefore} known before`] : []),
    ...leftOutWords(leftOut),
    ...problems.slice(0, toldMost).map(({ message }) => message.replace(/\.$/, '')),
    ...(problems.length > toldMost
      ? [`${problems.length - toldMost} more statements of which the bank has paid another sum`]
      : []),
  ];
  const say = `${parts.join('. ')}.`;
  return { kind: 'go', to: `/programmes/${visit.params.programme}/payments`, say };
}

const rowsToldMost = 10;

/** "3 left out, as they name no statement here: rows 4, 7 and 9". */
function leftOutWords(rows: readonly number[]): readonly string[] {
  if (rows.length === 0) return [];
  const named = rows.slice(0, rowsToldMost).join(', ');
  const more = rows.length > rowsToldMost ? ' and others' : '';
  const which = `${rows.length === 1 ? 'row' : 'rows'} ${named}${more}`;
  return [`${rows.length} left out and not kept, as no statement here is named: ${which}`];
}

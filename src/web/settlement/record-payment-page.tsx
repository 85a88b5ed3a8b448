import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { recordPaymentFile, recordPayments } from '../../service/money/index.ts';
import { formText } from '../form-text.ts';
import { Button, Buttons, Field, Form, Heading } from '../look/index.ts';
import { moneyAddress, showMoney } from './money-page.tsx';

const lead = 'This pays nothing: it notes what the bank has paid, beside what it was to pay.';

/** The forms by which it is recorded what a bank has paid: one payment, or a whole file. */
export async function showRecord(visit: Visit, problems: readonly Problem[] = []): Promise<Answer> {
  const { programme = '' } = visit.params;
  return showMoney(visit, async () => ({
    title: 'Record a payment',
    trail: [
      { label: 'Money', href: moneyAddress(programme) },
      { label: 'Payments', href: `/programmes/${programme}/payments` },
    ],
    problems,
    children: (
      <>
        <Heading lead={lead}>Record what the bank has paid</Heading>
        <One visit={visit} />
        <Many visit={visit} />
      </>
    ),
  }));
}

type Props = Readonly<{ visit: Visit }>;

function One({ visit }: Props): JSX.Element {
  const at = `/programmes/${visit.params.programme}/payments`;
  const { reference = '', amount = '' } = visit.query;
  const values = Object.keys(visit.form).length > 0 ? visit.form : { reference, amount };
  return (
    <Form action={at} name="payment" values={values}>
      <Field
        kind="text"
        name="reference"
        label="Our reference"
        width="middle"
        hint="As it stands on the statement and in the payment file."
      />
      <Field
        kind="text"
        name="amount"
        label="Amount"
        width="short"
        hint="With its pence, as 1234.56."
      />
      <Field kind="day" name="day" label="Day on which it was paid" />
      <Field
        kind="text"
        name="bankReference"
        label="The bank’s own reference"
        width="middle"
        hint="By it a payment that is sent twice is known again, and counted once."
      />
      <Buttons>
        <Button>Record it</Button>
        <a href={at}>Not now</a>
      </Buttons>
    </Form>
  );
}

const fileHint =
  'Its first line names bankReference, reference, amount and day. Rows that name no statement of ' +
  'this programme are left out, and nothing of them is kept.';

function Many({ visit }: Props): JSX.Element {
  const at = `/programmes/${visit.params.programme}/payments/file`;
  return (
    <details class="folded" open={visit.form.csv !== undefined}>
      <summary>Many at once, as CSV</summary>
      <Form action={at} name="payments" values={visit.form}>
        <Field kind="textarea" name="csv" label="Payments as CSV" hint={fileHint} rows={6} isCode />
        <Buttons>
          <Button kind="quiet">Record them</Button>
        </Buttons>
      </Form>
    </details>
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
  return done.ok ? told(visit, done.value) : showRecord(visit, ofForm(done.problems));
}

/** Records many from what was pasted. */
export async function takePaymentFile(visit: Visit): Promise<Answer> {
  const { programme = '' } = visit.params;
  const csv = formText(visit, 'csv');
  const done = await visit.perform(recordPaymentFile, { programme, csv });
  return done.ok ? told(visit, done.value) : showRecord(visit, done.problems.map(ofRow));
}

// The fields of the form beside it are those of another payment: here the row says which is meant.
function ofRow(problem: Problem): Problem {
  const { field, ...at } = problem.at;
  return field === undefined || at.line === 0 ? problem : { ...problem, at };
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

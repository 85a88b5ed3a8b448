import type { JSX } from 'preact';
import { Table } from '../look/index.ts';
import { dateWords, Sum } from './money-words.tsx';
import type { ReadSettlement } from './read-settlement.ts';

type Props = Readonly<{ read: ReadSettlement }>;

/** Who is told to pay how much to whom, statement by statement; nothing where nothing is. */
export function paymentsTold({ statements }: ReadSettlement) {
  return statements.flatMap(({ payee, payers, payBy }) =>
    payers
      .filter(({ pays }) => Number(pays) !== 0)
      .map(({ payer, pays }) => ({ payee, payer, pays, payBy })),
  );
}

/** The payments of a settlement, as they are seen before it is approved. */
export function PaymentsTold({ read }: Props): JSX.Element {
  const { currency } = read.settlement;
  const payments = paymentsTold(read);
  return (
    <Table
      caption="What is to be paid"
      isCaptionUnseen
      onPhone="lines"
      columns={[
        { label: 'To' },
        { label: 'From' },
        { label: 'Pay by', isSaidInLine: true },
        { label: 'Amount', isNumber: true, inLine: 'end' },
      ]}
      rows={payments.map(({ payee, payer, pays, payBy }) => ({
        key: `${payee} ${payer}`,
        cells: [
          payee,
          payer,
          payBy === undefined ? '–' : dateWords(payBy),
          <Sum key="pays" of={pays} currency={currency} />,
        ],
      }))}
      sums={[
        'All',
        '',
        '',
        <Sum key="all" of={payments.map(({ pays }) => pays)} currency={currency} />,
      ]}
      empty={<p>Nobody is paid anything on it.</p>}
    />
  );
}

import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Visit } from '../../http/index.ts';
import { listOfStatements } from '../../service/money/index.ts';
import { Button, Buttons, Day, Empty, Heading, Table } from '../look/index.ts';
import type { OwnProgramme } from '../programmes/index.ts';
import { moneyAddress } from '../settlement/money-page.tsx';
import { dateWords, Sum } from '../settlement/money-words.tsx';

/** A payee's own statements, newest first. */
export async function showStatementList(visit: Visit, own: OwnProgramme) {
  const { programme } = own;
  const found = await visit.perform(listOfStatements, { programme });
  if (!found.ok) return found.problems;
  const { statements } = found.value;
  return {
    title: 'Statements',
    children: (
      <>
        <Heading
          lead="What you are owed, settlement by settlement, with every line and its reasons."
          actions={
            <Buttons>
              <Button kind="quiet" href={`/programmes/${programme}/disputes`}>
                Disputes
              </Button>
            </Buttons>
          }
        >
          Statements
        </Heading>
        <Table
          caption="Your statements, newest first"
          isCaptionUnseen
          columns={[
            { label: 'Statement' },
            { label: 'Reference' },
            { label: 'Pay by' },
            { label: 'Owed to date', isNumber: true },
            { label: 'To pay', isNumber: true },
            { label: 'Paid by the bank', isNumber: true },
          ]}
          rows={statements.map(({ statement, settlement, asAt, currency, confirmed }) => ({
            key: statement.reference,
            cells: [
              <a
                key="link"
                href={moneyAddress(programme, settlement, 'statements', statement.payee)}
              >
                As at {dateWords(asAt)}
              </a>,
              <code key="reference">{statement.reference}</code>,
              statement.payBy === undefined ? (
                '–'
              ) : (
                <Day key="by" day={statement.payBy as CalendarDay} />
              ),
              <Sum key="owed" of={statement.owed} currency={currency} />,
              <Sum key="paid" of={statement.paid ?? '0'} currency={currency} />,
              <Sum key="confirmed" of={confirmed} currency={currency} />,
            ],
          }))}
          empty={
            <Empty title="There is no statement so far">
              <p>There is one as soon as a settlement has been approved.</p>
            </Empty>
          }
        />
      </>
    ),
  };
}

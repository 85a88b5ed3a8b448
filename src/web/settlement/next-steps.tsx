import type { JSX } from 'preact';
import type { Visit } from '../../http/index.ts';
import { hasDuty } from '../has-duty.ts';
import { Button, Buttons, Notice } from '../look/index.ts';
import { moneyAddress } from './money-page.tsx';
import { Sum } from './money-words.tsx';
import { paymentsTold } from './payments-told.tsx';
import type { ReadSettlement } from './read-settlement.ts';

export type NextStepsProps = Readonly<{ visit: Visit; read: ReadSettlement }>;

/** What is to be done now, and by whom: nobody has to know the rhythm by heart. */
export function NextSteps({ visit, read }: NextStepsProps): JSX.Element | null {
  const { settlement, overtaken } = read;
  const isFinance = (['finance_preparer', 'finance_approver'] as const).some((duty) => {
    return hasDuty(visit, duty);
  });
  if (!isFinance) return null;
  if (settlement.state === 'approved') return <ToPay visit={visit} read={read} />;
  if (settlement.state !== 'prepared' || overtaken !== undefined) return null;
  return (
    <Notice tone="waiting" title="It waits for approval">
      <p>
        {hasDuty(visit, 'finance_approver')
          ? 'Look at what changed and at the statements, and decide below. '
          : 'A colleague with the duty of finance approver decides. '}
        Until then nothing of it is owed, and no provider sees it.
      </p>
      {hasDuty(visit, 'finance_approver') && (
        <p>
          <a href="#decision">Go to the decision</a>
        </p>
      )}
    </Notice>
  );
}

function ToPay({ visit, read }: NextStepsProps): JSX.Element {
  const { programme = '' } = visit.params;
  const { settlement, statements } = read;
  const payments = paymentsTold(read);
  const at = moneyAddress(programme, settlement.settlement);
  if (payments.length === 0) {
    return (
      <Notice tone="neutral" title="There is nothing to pay on it">
        <p>It is approved, and each payee sees its statement.</p>
      </Notice>
    );
  }
  const isOne = payments.length === 1;
  return (
    <Notice tone="neutral" title="What happens next">
      <p>
        {statements.length === 1
          ? 'The payee sees its statement. '
          : 'Each payee sees its statement. '}
        <Sum of={payments.map(({ pays }) => pays)} currency={settlement.currency} /> is to be paid,
        in {isOne ? 'one payment' : `${payments.length} payments`}, which no bank has been sent: the
        payment file has {isOne ? 'it' : 'them'}. Record what the bank has paid when it says so.
      </p>
      <Buttons>
        <Button href={`${at}/payment-file`}>Payment file (CSV)</Button>
        <Button kind="quiet" href={`/programmes/${programme}/payments`}>
          What the bank has paid
        </Button>
      </Buttons>
    </Notice>
  );
}

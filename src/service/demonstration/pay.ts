import { dayIn } from '../act/index.ts';
import { listOfStatements, recordPayments } from '../money/index.ts';
import type { Stage } from './stage.ts';

const preparer = 'omar@northshire.example';

/** Records that the bank has paid what the statements of a settlement say. */
export async function pay(
  { act, service }: Stage,
  { programme, settlement }: Readonly<{ programme: string; settlement: string }>,
): Promise<void> {
  const { statements } = await act(preparer, listOfStatements, { programme });
  const day = dayIn(service.store.timeZone, service.clock());
  const payments = statements.flatMap((each) => {
    const { reference, paid = '0.00' } = each.statement;
    const isPaid = each.settlement === settlement && Number(paid) > 0;
    return isPaid ? [{ bankReference: `BACS ${reference}`, reference, amount: paid, day }] : [];
  });
  if (payments.length > 0) await act(preparer, recordPayments, { programme, payments });
}

import { dayIn } from '../act/index.ts';
import { listOfStatements, recordPayments } from '../money/index.ts';
import { council, health } from './people.ts';
import type { Stage } from './stage.ts';

const finance = {
  [council]: 'omar@northshire.example',
  [health]: 'nadia@northshirehealth.example',
} as const;

type Paying = Readonly<{ programme: string; settlement: string; payer?: keyof typeof finance }>;

/** Records that a payer’s bank has paid its part of what the statements of a settlement say. */
export async function pay(
  { act, service }: Stage,
  { programme, settlement, payer = council }: Paying,
): Promise<void> {
  const preparer = finance[payer];
  const { statements } = await act(preparer, listOfStatements, { programme });
  const day = dayIn(service.store.timeZone, service.clock());
  const payments = statements.flatMap((each) => {
    const { reference, payers } = each.statement;
    const amount = payers.find((part) => part.payer === payer)?.pays ?? '0.00';
    const isPaid = each.settlement === settlement && Number(amount) > 0;
    return isPaid ? [{ bankReference: `BACS ${reference}`, reference, amount, day }] : [];
  });
  if (payments.length > 0) await act(preparer, recordPayments, { programme, payments });
}

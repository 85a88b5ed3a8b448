import type { JSX } from 'preact';
import type { Visit } from '../../http/index.ts';
import { refusalReasons } from '../../service/money/index.ts';
import { hasDuty } from '../has-duty.ts';
import { Button, Buttons, Confirm, Field, Form } from '../look/index.ts';
import { moneyAddress } from './money-page.tsx';
import { Sum } from './money-words.tsx';
import { PaymentsTold } from './payments-told.tsx';
import type { ReadSettlement } from './read-settlement.ts';

type DecisionProps = Readonly<{ visit: Visit; read: ReadSettlement }>;

/** What may be decided upon a settlement that waits, by who looks at it. */
export function Decision({ visit, read }: DecisionProps): JSX.Element | null {
  const { settlement, overtaken } = read;
  const approves = hasDuty(visit, 'finance_approver');
  const prepares = hasDuty(visit, 'finance_preparer');
  const mayApprove = approves && overtaken === undefined;
  if (!approves && !prepares) return null;
  const at = moneyAddress(visit.params.programme ?? '', settlement.settlement);
  return (
    <section id="decision" class="no-print">
      <h2>Decide</h2>
      {mayApprove && (
        <Confirm
          action={`${at}/approve`}
          given={{ resultHash: settlement.resultHash }}
          button="Approve this settlement"
          otherwise={{ label: 'Not now', href: moneyAddress(visit.params.programme ?? '') }}
        >
          <h3>What approving does</h3>
          <p>
            <Sum of={settlement.paid ?? '0'} currency={settlement.currency} /> becomes payable as
            below, and stands in the ledger for good; each payee sees its statement at once. No bank
            is told anything: the payment file is fetched afterwards.
          </p>
          <PaymentsTold read={read} />
          <p>
            What is approved is the result whose hash ends in{' '}
            <code>{settlement.resultHash.slice(-8)}</code>. Who prepared it cannot approve it.
          </p>
        </Confirm>
      )}
      {approves && <Refusal at={at} visit={visit} isOther={mayApprove} />}
      {prepares && (
        <Form action={`${at}/set-aside`} name="set-aside">
          <p>
            Somebody with the duty of finance approver decides. Set aside, it stays on record, and
            nothing of it is ever owed.
          </p>
          <Buttons>
            <Button kind="quiet">Set it aside</Button>
            <a href={moneyAddress(visit.params.programme ?? '', 'new')}>Prepare it anew</a>
          </Buttons>
        </Form>
      )}
    </section>
  );
}

type RefusalProps = Readonly<{
  at: string;
  visit: Visit;
  /** Whether it stands beside approving. */
  isOther: boolean;
}>;

function Refusal({ at, visit, isOther }: RefusalProps): JSX.Element {
  return (
    <Form action={`${at}/refuse`} name="refuse" values={visit.form}>
      <Field
        kind="select"
        name="reason"
        label={isOther ? 'Or refuse it, because' : 'Refuse it, because'}
        empty="Choose a reason"
        options={Object.entries(refusalReasons).map(([value, label]) => ({ value, label }))}
      />
      <Buttons>
        <Button kind="quiet">Refuse it</Button>
      </Buttons>
    </Form>
  );
}

import type { JSX } from 'preact';
import type { Answer as Given, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { mayDo } from '../../service/access/index.ts';
import { proposeDiscount } from '../../service/joining/index.ts';
import { formText } from '../form-text.ts';
import { Button, Buttons, Field, Form, Notice } from '../look/index.ts';
import type { OwnStanding } from './standing-page.tsx';

export type ProposingProps = Readonly<{ visit: Visit; standing: OwnStanding; isWaiting: boolean }>;

/** The form by which a provider proposes another discount, or who of it may. */
export function Proposing({ visit, standing, isWaiting }: ProposingProps): JSX.Element | null {
  const serves = standing.state === 'admitted' || standing.state === 'leaving';
  if (!serves) return null;
  if (!standing.takesDiscount) {
    return (
      <Notice tone="neutral">The page that you signed takes no discount off any price.</Notice>
    );
  }
  if (!mayDo(proposeDiscount, visit.actor).ok) {
    return <Notice tone="neutral">An administrator of your organisation proposes another.</Notice>;
  }
  return (
    <>
      <h2>Propose another discount from a day</h2>
      <p>
        It holds once the commissioner agrees to it. Until then you are paid as was agreed before.
        {isWaiting && ' What you propose now takes the place of the proposal that waits.'}
      </p>
      <Form
        action={`/programmes/${visit.params.programme}/provider/discounts`}
        name="discount"
        values={visit.form}
      >
        <Field
          kind="text"
          name="discount"
          label="Discount"
          width="short"
          hint="The share of the price that you forgo, from 0% to 100%, as in 5%. 0% for none."
        />
        <Field
          kind="day"
          name="from"
          label="From which day"
          hint="Today or a later day. It is taken off what is achieved on that day and after."
        />
        <Buttons>
          <Button>Propose this discount</Button>
          <a href={`/programmes/${visit.params.programme}/provider`}>Not now</a>
        </Buttons>
      </Form>
    </>
  );
}

type Shows = (visit: Visit, problems: readonly Problem[]) => Promise<Given>;

/** Takes a proposal; with problems the page is shown again as it was typed. */
export async function takeProposal(visit: Visit, show: Shows): Promise<Given> {
  const { programme = '' } = visit.params;
  const typed = formText(visit, 'discount').trim();
  const discount = /^[\d.]+$/.test(typed) ? `${typed}%` : typed;
  const from = formText(visit, 'from').trim();
  const done = await visit.perform(proposeDiscount, { programme, discount, from });
  if (!done.ok) return show(visit, done.problems);
  const say = 'The discount is proposed. The commissioner agrees to it, or says why not.';
  return { kind: 'go', to: `/programmes/${programme}/discounts`, say };
}

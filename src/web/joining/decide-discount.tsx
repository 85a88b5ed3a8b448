import type { JSX } from 'preact';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Answer as Given, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { mayDo } from '../../service/access/index.ts';
import { decideDiscount, discountReasons } from '../../service/joining/index.ts';
import { formText } from '../form-text.ts';
import { Button, Buttons, Day, DayOf, Facts, Field, Form } from '../look/index.ts';
import type { Discounts, Proposal } from './discount-status.tsx';

export type DecidingProps = Readonly<{ visit: Visit; discounts: Discounts }>;

/** The proposals that wait, each beside what was agreed before, for whoever decides. */
export function DecidingDiscounts({ visit, discounts }: DecidingProps): JSX.Element | null {
  const waiting = discounts.proposals.filter(({ state }) => state === 'proposed');
  if (waiting.length === 0 || !mayDo(decideDiscount, visit.actor).ok) return null;
  return (
    <>
      <h2>To be decided</h2>
      {waiting.map((proposal) => (
        <section key={proposal.organisation}>
          <h3>{proposal.provider}</h3>
          <Facts
            facts={[
              { name: 'Takes off its prices', value: proposal.discount },
              { name: 'From', value: <Day day={proposal.from as CalendarDay} /> },
              { name: 'Proposed', value: <DayOf at={proposal.proposedAt} /> },
              {
                name: 'Agreed before',
                value: <Before proposal={proposal} discounts={discounts} />,
              },
            ]}
          />
          <Decision visit={visit} proposal={proposal} />
        </section>
      ))}
    </>
  );
}

type BeforeProps = Readonly<{ proposal: Proposal; discounts: Discounts }>;

// What would hold on its day if it were refused: the latest that was agreed by then.
function Before({ proposal, discounts }: BeforeProps): JSX.Element {
  const accepted = discounts.proposals.filter(({ state }) => state === 'accepted').toReversed();
  const before = [...discounts.admitted, ...accepted]
    .filter(({ organisation }) => organisation === proposal.organisation)
    .filter(({ from }) => from <= proposal.from)
    .toSorted((one, other) => one.from.localeCompare(other.from))
    .at(-1);
  if (before === undefined) return <>Nothing off its prices</>;
  return (
    <>
      {before.discount} from <Day day={before.from as CalendarDay} />
    </>
  );
}

type DecisionProps = Readonly<{ visit: Visit; proposal: Proposal }>;

function Decision({ visit, proposal }: DecisionProps): JSX.Element {
  const { organisation, number, provider } = proposal;
  const at = `/programmes/${visit.params.programme}/providers/${organisation}/discounts/${number}`;
  const { params } = visit;
  const isAtIt = params.organisation === organisation && params.number === String(number);
  return (
    <>
      <Form action={`${at}/accept`} name={`accept-${organisation}`}>
        <Buttons>
          <Button>
            Agree to this discount<span class="unseen"> of {provider}</span>
          </Button>
        </Buttons>
      </Form>
      <details class="folded" open={isAtIt && visit.url.endsWith('/refuse')}>
        <summary>
          Refuse it<span class="unseen">, that of {provider},</span> with a reason
        </summary>
        <Form
          action={`${at}/refuse`}
          name={`refuse-${organisation}`}
          values={isAtIt ? visit.form : {}}
        >
          <Field
            kind="radios"
            name={reasonField(organisation)}
            label="Why"
            hint="The provider reads it, and may propose another."
            options={Object.entries(discountReasons).map(([value, label]) => ({ value, label }))}
          />
          <Buttons>
            <Button kind="grave">
              Refuse this discount<span class="unseen"> of {provider}</span>
            </Button>
          </Buttons>
        </Form>
      </details>
    </>
  );
}

// Each provider's form has a field of its own, so that a problem stands at the right one.
function reasonField(organisation: string): string {
  return `reason-${organisation}`;
}

type Shows = (visit: Visit, problems: readonly Problem[]) => Promise<Given>;

/** Agrees to a discount. */
export async function takeAcceptance(visit: Visit, show: Shows): Promise<Given> {
  const done = await visit.perform(decideDiscount, { ...whichOf(visit), isAccepted: true });
  return done.ok ? back(visit, 'The discount is agreed to.') : show(visit, done.problems);
}

/** Refuses it, for a reason that the provider reads. */
export async function takeDiscountRefusal(visit: Visit, show: Shows): Promise<Given> {
  const which = whichOf(visit);
  const field = reasonField(which.organisation);
  const reason = formText(visit, field);
  const said = reason === '' ? {} : { reason };
  const done = await visit.perform(decideDiscount, { ...which, isAccepted: false, ...said });
  if (done.ok) return back(visit, 'The discount is refused. The provider reads why.');
  const problems = done.problems.map((each) =>
    each.at.field === 'reason' ? { ...each, at: { ...each.at, field } } : each,
  );
  return show(visit, problems);
}

function whichOf({ params: { programme = '', organisation = '', number } }: Visit) {
  return { programme, organisation, number: Number(number) };
}

function back({ params }: Visit, say: string): Given {
  return { kind: 'go', to: `/programmes/${params.programme}/discounts`, say };
}

import type { ComponentChildren, JSX } from 'preact';
import { askReasons, rejectionReasons } from '../../service/facts-in/index.ts';
import { Buttons, Field, Form } from '../look/index.ts';
import { verificationAddress } from './address.ts';
import type { Claim } from './queue-page.tsx';
import { type QueuePlace, queryOf } from './queue-place.ts';

export type FindingFormsProps = Readonly<{
  programme: string;
  claim: Claim;
  /** Where this one stands in the queue, and where the one that comes up next does. */
  here: QueuePlace;
  next: QueuePlace | undefined;
}>;

/** What a verifier may do with a claim: verify it, reject it with a reason, or ask for more. */
export function FindingForms(props: FindingFormsProps): JSX.Element {
  const { programme, claim } = props;
  const { fact, asked } = claim;
  const at = (rest = '') => verificationAddress(programme, `/${fact.id}${rest}`);
  return (
    <div class="claim-finding">
      <Form action={at()} name="finding">
        <Places {...props} />
        <Buttons>
          <Pressed look="main" value="verified" keys="a">
            Verify
          </Pressed>
        </Buttons>
        <div class="claim-why">
          <Field
            kind="select"
            name="reason"
            label="Or reject it: why?"
            empty="Choose a reason"
            options={optionsOf(rejectionReasons)}
          />
          <Pressed look="grave" value="rejected" keys="r" first="reason">
            Reject
          </Pressed>
        </div>
      </Form>
      {asked === undefined && (
        <Form action={at('/ask')} name="ask">
          <Places {...props} />
          <div class="claim-why">
            <Field
              kind="select"
              name="ask"
              label="Or ask to be shown more: why?"
              empty="Choose a reason"
              options={optionsOf(askReasons)}
            />
            <Pressed look="quiet" value="asked" keys="m" first="ask">
              Ask for more
            </Pressed>
          </div>
        </Form>
      )}
    </div>
  );
}

function Places({ here, next = {} }: FindingFormsProps): JSX.Element {
  return (
    <>
      <input type="hidden" name="here" value={queryOf(here)} />
      <input type="hidden" name="next" value={queryOf(next)} />
    </>
  );
}

function optionsOf(reasons: Readonly<Record<string, string>>) {
  return Object.entries(reasons).map(([value, label]) => ({ value, label }));
}

type PressedProps = Readonly<{
  look: 'main' | 'grave' | 'quiet';
  value: string;
  /** The key that presses it. */
  keys: string;
  /** The field that this key goes to while nothing is chosen there. */
  first?: string;
  children: ComponentChildren;
}>;

function Pressed({ look, value, keys, first, children }: PressedProps): JSX.Element {
  return (
    <button
      class={`button button-${look}`}
      type="submit"
      name="finding"
      value={value}
      data-key={keys}
      data-key-first={first}
    >
      {children} <kbd>{keys}</kbd>
    </button>
  );
}

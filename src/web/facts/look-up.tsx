import type { JSX } from 'preact';
import { Button, Buttons, Field, Form } from '../look/index.ts';
import { useVisit } from '../visit-context.ts';
import { KnownList } from './known-list.tsx';
import type { KnownParticipant } from './participants-known.ts';

export type LookUpProps = Readonly<{ programme: string; known: readonly KnownParticipant[] }>;

/**
 * The form by which somebody is looked up, and those who were referred last. It is sent as one that
 * changes something is: what is typed may be a name, and addresses are kept by browsers and others.
 */
export function LookUp({ programme, known }: LookUpProps): JSX.Element {
  return (
    <>
      <Form action={`/programmes/${programme}/participants`} name="find" values={useVisit().form}>
        <Field
          kind="text"
          name="reference"
          label="Reference"
          width="middle"
          hint="The reference that they have here, or the one under which you recorded them."
          autocomplete="off"
        />
        <Buttons>
          <Button kind="quiet">Open the record</Button>
        </Buttons>
      </Form>
      <KnownList programme={programme} known={known} />
    </>
  );
}

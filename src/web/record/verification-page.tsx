import type { JSX } from 'preact';
import type { Answer, Visit } from '../../http/index.ts';
import { verifyRecord } from '../../service/record/index.ts';
import { Button, Buttons, Copy, Facts, Field, Form, Heading, Notice } from '../look/index.ts';
import { showPage } from '../show.tsx';
import { chainOf, recordAddress } from './address.ts';
import { showRecord } from './record-page.tsx';

/** Whether a record holds from its first entry to its last, and how to see that elsewhere. */
export async function showVerification(visit: Visit): Promise<Answer> {
  const chain = chainOf(visit);
  const head = (visit.query.head ?? '').trim().toLowerCase();
  const asked = { ...chain, ...(head === '' ? {} : { head }) };
  const found = await visit.perform(verifyRecord, asked);
  if (!found.ok && head === '') return showRecord(visit, found.problems);
  const trail = [{ label: 'The record', href: recordAddress('', chain) }];
  const again = <Noted chain={chain.chain} head={head} />;
  if (!found.ok) {
    const title = 'Verify the record';
    const shown = { title, trail, problems: found.problems };
    return showPage(
      visit,
      shown,
      <>
        <Heading>{title}</Heading>
        {again}
      </>,
    );
  }
  const { entries, head: last } = found.value;
  return showPage(
    visit,
    { title: 'The record holds', trail },
    <>
      <Heading lead="Every entry was read, and its hash worked out again.">
        The record holds
      </Heading>
      <Notice tone="good">
        {head === ''
          ? 'Each entry follows from the one before it, from the first to the last.'
          : 'Each entry follows from the one before it, and the last has the hash that you noted.'}
      </Notice>
      <Facts
        facts={[
          { name: 'Entries', value: entries.toLocaleString('en-GB') },
          {
            name: 'Hash of the last',
            value: (
              <>
                <code class="hash">{last}</code> <Copy text={last} />
              </>
            ),
          },
        ]}
      />
      <p>
        Note this hash where the service cannot reach it. Whoever has it can prove that nothing
        before it was changed or cut off.
      </p>
      {again}
      <Outside head={last} export={recordAddress('export', chain)} />
    </>,
  );
}

type NotedProps = Readonly<{ chain: string | undefined; head: string }>;

/** Whether it still ends as it did when its hash was noted. */
function Noted({ chain, head }: NotedProps): JSX.Element {
  return (
    <section>
      <h2>A hash that you noted before</h2>
      <Form action={recordAddress('verification')} name="verify" values={{ head }} isSearch>
        {chain !== undefined && <input type="hidden" name="chain" value={chain} />}
        <Field
          kind="text"
          name="head"
          label="The hash that it ended with"
          hint="It is looked for in the record: whether it still ends with it."
          autocomplete="off"
          isOptional
        />
        <Buttons>
          <Button kind="quiet">Verify with it</Button>
        </Buttons>
      </Form>
    </section>
  );
}

type OutsideProps = Readonly<{ head: string; export: string }>;

function Outside({ head, export: file }: OutsideProps): JSX.Element {
  return (
    <section>
      <h2>Outside the service</h2>
      <p>
        <a href={file}>Take the record away</a>, and verify it without us:
      </p>
      <p>
        <code class="hash">outturn verify record.ndjson --head {head}</code>
      </p>
    </section>
  );
}

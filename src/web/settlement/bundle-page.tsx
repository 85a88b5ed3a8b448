import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import {
  giveBundle,
  jsonBundleMost,
  listOfBundles,
  makeSettlementBundle,
  requestBundle,
} from '../../service/money/index.ts';
import { formText } from '../form-text.ts';
import {
  Button,
  Buttons,
  Field,
  Form,
  Heading,
  Moment,
  Notice,
  Problems,
  Status,
  type StatusProps,
  Table,
} from '../look/index.ts';
import { give } from './give-files.ts';
import { moneyAddress, showMoney } from './money-page.tsx';

type Read = Static<(typeof listOfBundles)['output']>;
type Listed = Read['bundles'][number];

const lead =
  'The facts and pages that it rests on and every line, under keys made for it alone: who has ' +
  'it works the settlement out again without us.';

/** A settlement with all that it rests on: asked for, for a named party, and given for a day. */
export async function showBundles(
  visit: Visit,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const { programme = '', settlement = '' } = visit.params;
  return showMoney(visit, async () => {
    const found = await visit.perform(listOfBundles, { programme, settlement });
    if (!found.ok) return found.problems;
    const { bundles, facts } = found.value;
    const isRunning = bundles.some(({ state }) => state === 'waiting');
    return {
      title: 'Bundle',
      trail: [
        { label: 'Money', href: moneyAddress(programme) },
        { label: 'Settlement', href: moneyAddress(programme, settlement) },
      ],
      problems,
      ...(isRunning ? { refreshSeconds: 5 } : {}),
      children: (
        <>
          <Heading kind="Settlement" lead={lead}>
            Bundle for somebody else
          </Heading>
          <Notice tone="attention" title="It holds facts about people">
            <p>
              Nobody is named in it, but who knows a person may know them by what happened. The
              record keeps for whom it was made.
            </p>
          </Notice>
          <Asking visit={visit} facts={facts} />
          <Made visit={visit} bundles={bundles} />
          <Outside />
        </>
      ),
    };
  });
}

function Asking({ visit, facts }: Readonly<{ visit: Visit; facts: number }>): JSX.Element {
  const { programme = '', settlement = '' } = visit.params;
  const at = moneyAddress(programme, settlement, 'bundle');
  return (
    <Form action={at} name="bundle" values={visit.form}>
      <Field
        kind="text"
        name="recipient"
        label="For whom"
        width="middle"
        hint="A name, such as National Audit Office."
      />
      <Buttons>
        <Button>Make it</Button>
        {facts <= jsonBundleMost && (
          <Button kind="quiet" action={`${at}/json`}>
            Give it at once as JSON
          </Button>
        )}
      </Buttons>
    </Form>
  );
}

type MadeProps = Readonly<{ visit: Visit; bundles: readonly Listed[] }>;

function Made({ visit, bundles }: MadeProps): JSX.Element {
  const { programme = '', settlement = '' } = visit.params;
  return (
    <section>
      <h2>Made before</h2>
      <Table
        caption="Bundles that were asked for"
        isCaptionUnseen
        onPhone="lines"
        columns={[
          { label: 'For' },
          { label: 'Asked for' },
          { label: 'State' },
          { label: 'Kept until' },
          { label: 'File', inLine: 'end' },
        ]}
        rows={bundles.map((each) => ({
          key: each.bundle,
          cells: [
            each.recipient,
            <Moment key="asked" at={each.askedAt} />,
            <State key="state" bundle={each} />,
            each.keptUntil === undefined ? '–' : <Moment key="until" at={each.keptUntil} />,
            <File key="file" bundle={each} at={moneyAddress(programme, settlement, 'bundle')} />,
          ],
        }))}
        empty={<p>None so far.</p>}
      />
      {bundles.map(({ bundle, problems }) => (
        <Problems key={bundle} problems={problems as readonly Problem[]} />
      ))}
    </section>
  );
}

const states: Readonly<Record<string, readonly [StatusProps['tone'], string]>> = {
  waiting: ['waiting', 'being made'],
  done: ['good', 'made'],
  refused: ['bad', 'not made'],
  failed: ['bad', 'broke off'],
  gone: ['neutral', 'no longer kept'],
};

function State({ bundle }: Readonly<{ bundle: Listed }>): JSX.Element {
  const [tone, words] = states[bundle.state] ?? ['neutral', bundle.state];
  return <Status tone={tone}>{words}</Status>;
}

function File({ bundle, at }: Readonly<{ bundle: Listed; at: string }>): JSX.Element {
  const { state, bytes = 0 } = bundle;
  if (state !== 'done') return <>–</>;
  return <a href={`${at}/${bundle.bundle}`}>Take it ({sizeWords(bytes)})</a>;
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function Outside(): JSX.Element {
  return (
    <section>
      <h2>Worked out elsewhere</h2>
      <p>Whoever has the file, and this program, asks it without any service:</p>
      <p>
        <code class="hash">outturn recompute bundle.tar</code>
      </p>
      <p>
        It says that every line agrees, or names the first that does not; and that a file in it was
        changed, where one was.
      </p>
    </section>
  );
}

/** Asks for one. */
export async function takeBundleAsked(visit: Visit): Promise<Answer> {
  const { programme = '', settlement = '' } = visit.params;
  const recipient = formText(visit, 'recipient');
  const done = await visit.perform(requestBundle, { programme, settlement, recipient });
  if (!done.ok) return showBundles(visit, done.problems);
  return { kind: 'go', to: moneyAddress(programme, settlement, 'bundle') };
}

/** Gives one of few facts at once. */
export async function takeJsonBundle(visit: Visit): Promise<Answer> {
  const { programme = '', settlement = '' } = visit.params;
  const recipient = formText(visit, 'recipient');
  const made = await visit.perform(makeSettlementBundle, { programme, settlement, recipient });
  return made.ok ? give(visit, made) : showBundles(visit, made.problems);
}

/** Gives one that was made. */
export async function giveMadeBundle(visit: Visit): Promise<Answer> {
  const { programme, settlement, bundle } = visit.params;
  return give(visit, await visit.perform(giveBundle, { programme, settlement, bundle }));
}

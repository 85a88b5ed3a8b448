import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import { unitsOfMajor } from '../../money/index.ts';
import type { compareVersion } from '../../service/programmes/index.ts';
import { Button, Buttons, Day, Form, Money, Notice, Table, WordsBetween } from '../look/index.ts';

type Compared = Static<(typeof compareVersion)['output']>;
type Difference = NonNullable<Compared['difference']>;
type MoneyBetween = NonNullable<Difference['alone']>;

/** The form by which its money is asked for. */
export type Asking = Readonly<{ action: string; given?: Readonly<Record<string, string>> }>;

/** To whoever may not ask for its money no form is shown. */
type Viewed = Readonly<{ compared: Compared; ask?: Asking | undefined }>;

/** What a page changes: whom it binds, its terms, and the money on the same facts. */
export function DifferenceView({ compared, ask }: Viewed): JSX.Element | null {
  const { difference, notForetold } = compared;
  if (difference === undefined) return null;
  return (
    <>
      <Binding reasons={notForetold} />
      <h2>What the terms say otherwise</h2>
      <Terms terms={difference.terms} />
      <h2>What it would pay on the same facts</h2>
      <Sums difference={difference} ask={ask} />
    </>
  );
}

function Binding({ reasons }: Readonly<{ reasons: readonly string[] }>): JSX.Element {
  if (reasons.length === 0) {
    return (
      <Notice tone="good" title="Foretold by the version in force">
        <p>It binds everybody who has signed, from the day on which it counts.</p>
      </Notice>
    );
  }
  return (
    <Notice tone="attention" title="It binds those alone who sign it">
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Terms({ terms }: Pick<Difference, 'terms'>): JSX.Element {
  return (
    <Table
      caption="Sentences and rows that differ"
      isCaptionUnseen
      columns={[{ label: 'Where' }, { label: 'Was' }, { label: 'Is now' }]}
      rows={terms.map(({ section, was, now }, at) => ({
        key: `${at}`,
        cells: [
          section || 'Under the title',
          was === undefined ? '–' : <Words key="was" was={was} now={now} side="was" />,
          now === undefined ? '–' : <Words key="now" was={was} now={now} side="now" />,
        ],
      }))}
      empty={<p>No term differs: notes and worked examples alone do.</p>}
    />
  );
}

type WordsProps = Readonly<{
  was: string | undefined;
  now: string | undefined;
  side: 'was' | 'now';
}>;

function Words({ was = '', now = '', side }: WordsProps): JSX.Element {
  return (
    <span class="words">
      <WordsBetween was={plainly(was)} now={plainly(now)} side={side} />
    </span>
  );
}

// A row of a table is read cell by cell, without the marks that Markdown needs.
function plainly(said: string): string {
  const cells = said.startsWith('|') ? said.split('|').slice(1, -1) : [said];
  return cells.map((cell) => cell.replaceAll(/\*+/g, '').trim()).join(', ');
}

type SumsOf = Readonly<{ difference: Difference; ask: Asking | undefined }>;

function Sums({ difference, ask }: SumsOf): JSX.Element {
  const { alone, together, facts, asAt, currency } = difference;
  if (difference.isOfTermsAlone === true) return <NotYet difference={difference} ask={ask} />;
  if (alone === undefined)
    return <p>No fact has been recorded so far, so nothing would be paid.</p>;
  return (
    <>
      <p>
        For the {facts.toLocaleString('en-GB')} facts known by <Day day={asAt as CalendarDay} />.
      </p>
      {together !== undefined && (
        <SumsTable
          caption="With every version from its own day"
          money={together}
          currency={currency}
        />
      )}
      <SumsTable
        caption="Each as if it alone had held from the first day"
        money={alone}
        currency={currency}
      />
    </>
  );
}

/** Of many facts money is compared by and by, where that is asked for. */
function NotYet({ difference, ask }: SumsOf): JSX.Element {
  const { comparison, facts } = difference;
  const many = `There are ${facts.toLocaleString('en-GB')} facts`;
  if (comparison?.state === 'waiting') {
    return (
      <Notice tone="waiting" title="It is being compared">
        <p>
          {many}, so it takes some minutes. {steps[comparison.step] ?? steps.waiting} Load this page
          again to see how far it is.
        </p>
      </Notice>
    );
  }
  return (
    <>
      {comparison?.state === 'failed' && (
        <Notice tone="attention" title="It could not be compared">
          <p>Its work broke off time after time. Ask for it again.</p>
        </Notice>
      )}
      <p>
        {many}, too many to compare their money while you wait. It can be compared by and by, which
        takes some minutes.
      </p>
      {ask !== undefined && (
        <Form action={ask.action} name="compare">
          {Object.entries(ask.given ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Buttons>
            <Button kind="quiet">Compare its money</Button>
          </Buttons>
        </Form>
      )}
    </>
  );
}

const steps: Readonly<Record<string, string>> = {
  waiting: 'It waits for its turn.',
  reading: 'Step 1 of 3: its facts are read.',
  alone: 'Step 2 of 3: each page is settled by itself.',
  together: 'Step 3 of 3: it is settled with the versions before it.',
};

type SumsProps = Readonly<{ caption: string; money: MoneyBetween; currency: string }>;

function SumsTable({ caption, money, currency }: SumsProps): JSX.Element {
  const { total, outcomes } = money;
  const same = outcomes.filter((each) => !differs(each));
  const row = (name: string, was: bigint, now: bigint) => [
    name,
    ...[was, now, now - was].map((units, at) => (
      <Money key={`${at}`} money={{ units, currency }} isFull />
    )),
  ];
  const kept = same.reduce((sum, { was }) => sum + unitsOfMajor(was), 0n);
  return (
    <Table
      caption={caption}
      columns={[
        { label: 'For' },
        { label: 'Was', isNumber: true },
        { label: 'Is now', isNumber: true },
        { label: 'Difference', isNumber: true },
      ]}
      rows={[
        ...outcomes.filter(differs).map(({ name, was, now }) => ({
          key: name,
          cells: row(name, unitsOfMajor(was), unitsOfMajor(now)),
        })),
        ...(same.length === 0
          ? []
          : [{ key: '', cells: row(sameInWords(same.length, outcomes.length), kept, kept) }]),
      ]}
      sums={row('In all', unitsOfMajor(total.was), unitsOfMajor(total.now))}
      empty={<p>{caption}: neither pays anything.</p>}
    />
  );
}

type Outcome = MoneyBetween['outcomes'][number];

function differs({ was, now }: Outcome): boolean {
  return unitsOfMajor(was) !== unitsOfMajor(now);
}

// What stays as it is stands in one row, so that what changes is seen.
function sameInWords(count: number, of: number): string {
  if (count === of) return 'All outcomes, as they were';
  return count === 1 ? '1 other outcome, as it was' : `${count} other outcomes, as they were`;
}

import type { JSX } from 'preact';
import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { columnMoney, unitsOf } from '../../service/index.ts';
import { readSettlement, requestBundle, requestRecomputation } from '../../service/money/index.ts';
import { Bars, Facts, Heading, Notice, Problems, Table } from '../look/index.ts';
import { useMayDo } from '../visit-context.ts';
import { Decision } from './decision.tsx';
import { moneyAddress, showMoney } from './money-page.tsx';
import { capital, causeWords, dateWords, SettlementState, Sum } from './money-words.tsx';
import { MonthChart } from './month-chart.tsx';
import { NextSteps } from './next-steps.tsx';
import { countWords, moneyIn } from './over-time.tsx';
import type { ReadSettlement } from './read-settlement.ts';

/** One settlement: what it comes to, what changed, what is worth a look, and the decision. */
export async function showSettlement(
  visit: Visit,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const { programme = '', settlement = '' } = visit.params;
  return showMoney(visit, async () => {
    const found = await visit.perform(readSettlement, { programme, settlement });
    if (!found.ok) return found.problems;
    const read = found.value;
    const { number, asAt } = read.settlement;
    return {
      title: `Settlement ${number}`,
      trail: [{ label: 'Money', href: moneyAddress(programme) }],
      problems,
      children: (
        <>
          <Heading kind={`Settlement ${number}`} lead={<Total read={read} />}>
            As at {dateWords(asAt)}
          </Heading>
          {read.overtaken !== undefined && <Overtaken what={read.overtaken} />}
          <NextSteps visit={visit} read={read} />
          <Head read={read} />
          <Problems problems={read.problems as readonly Problem[]} />
          <Changes programme={programme} read={read} />
          <Statements programme={programme} read={read} />
          <Sums read={read} />
          <Files programme={programme} read={read} />
          {read.settlement.state === 'prepared' && <Decision visit={visit} read={read} />}
        </>
      ),
    };
  });
}

type Props = Readonly<{ read: ReadSettlement }>;
type Placed = Props & Readonly<{ programme: string }>;

function Total({ read: { settlement } }: Props): JSX.Element {
  const { total = '0', paid = '0', currency } = settlement;
  return (
    <>
      <Sum of={total} currency={currency} /> owed to date, <Sum of={paid} currency={currency} /> to
      pay on it.
    </>
  );
}

const overtakenWords = {
  facts: 'Facts known by its day came in since.',
  page: 'Another version of the page was published since.',
  erasure: 'Facts of a participant were erased since.',
};

function Overtaken({ what }: Readonly<{ what: keyof typeof overtakenWords }>): JSX.Element {
  return (
    <Notice tone="attention" title="It has to be prepared anew">
      <p>{overtakenWords[what]} It can no longer be approved.</p>
    </Notice>
  );
}

function Head({ read: { settlement, versions, statuses, reserved } }: Props): JSX.Element {
  const { state, knownAt, preparedBy, decidedBy, resultHash, engine, currency } = settlement;
  return (
    <Facts
      facts={[
        { name: 'State', value: <SettlementState state={state} /> },
        { name: 'As far as known by', value: dateWords(knownAt) },
        { name: 'Prepared by', value: preparedBy ?? 'somebody else' },
        ...(decidedBy === undefined ? [] : [{ name: 'Decided by', value: decidedBy }]),
        {
          name: 'Outcomes',
          value: `${statuses.achieved} achieved, ${statuses.notKnown} not known yet`,
        },
        ...(reserved === undefined
          ? []
          : [
              {
                name: `Set aside for ${reserved.attachments} attached`,
                value: <Sum of={reserved.amount} currency={currency} />,
              },
            ]),
        {
          name: 'Rests on',
          value: `version ${versions.join(', ')} of the page, engine ${engine}`,
        },
        { name: 'Result', value: <code class="hash">{resultHash}</code> },
      ]}
    />
  );
}

function Changes({ programme, read }: Placed): JSX.Element {
  const { settlement, changes } = read;
  const { currency } = settlement;
  const all = changes.reduce((sum, { changes: count }) => sum + count, 0);
  return (
    <section>
      <h2>What changed since the last</h2>
      <Table
        caption="What moved lines, and by how much"
        isCaptionUnseen
        onPhone="lines"
        columns={[
          { label: 'What moved them' },
          { label: 'Lines', isNumber: true, isSaidInLine: true },
          { label: 'Taken back', isNumber: true, isSaidInLine: true },
          { label: 'Paid', isNumber: true, inLine: 'end' },
        ]}
        rows={changes.map((each) => ({
          key: each.cause,
          cells: [
            causeWords(each.cause),
            String(each.changes),
            <Sum key="back" of={each.takenBack} currency={currency} />,
            <Sum key="paid" of={each.paid} currency={currency} />,
          ],
        }))}
        empty={<p>Nothing: every line is as it was.</p>}
      />
      {all > 0 && (
        <p>
          <a href={moneyAddress(programme, settlement.settlement, 'changes')}>
            See each of the {all} lines, and why
          </a>
        </p>
      )}
    </section>
  );
}

function Statements({ programme, read: { settlement, statements } }: Placed): JSX.Element {
  const { currency } = settlement;
  return (
    <section>
      <h2>Statements</h2>
      <Table
        caption="Statements by payee"
        isCaptionUnseen
        onPhone="lines"
        columns={[
          { label: 'Paid to' },
          { label: 'Reference', inLine: 'nowhere' },
          { label: 'Lines', isNumber: true, isSaidInLine: true },
          { label: 'Owed to date', isNumber: true, isSaidInLine: true },
          { label: 'Changed by', isNumber: true, isSaidInLine: true },
          { label: 'To pay', isNumber: true, inLine: 'end' },
        ]}
        rows={statements.map((each) => ({
          key: each.payee,
          cells: [
            <a
              key="link"
              href={moneyAddress(programme, settlement.settlement, 'statements', each.payee)}
            >
              {each.payee}
            </a>,
            <code key="reference">{each.reference}</code>,
            String(each.lines),
            <Sum key="owed" of={each.owed} currency={currency} />,
            <Sum key="due" of={each.due ?? '0'} currency={currency} />,
            <Sum key="paid" of={each.paid ?? '0'} currency={currency} />,
          ],
        }))}
        sums={[
          'All',
          '',
          String(statements.reduce((sum, { lines }) => sum + lines, 0)),
          <Sum key="owed" of={settlement.total ?? '0'} currency={currency} />,
          '',
          <Sum key="paid" of={settlement.paid ?? '0'} currency={currency} />,
        ]}
        empty={<p>Nobody is owed anything.</p>}
      />
    </section>
  );
}

function Sums({ read }: Props): JSX.Element {
  const { currency } = read.settlement;
  const rowsOf = (sums: ReadSettlement['byOutcome']) =>
    sums.map(({ by, amount, lines }) => {
      const value = Number(amount);
      const shown = `${columnMoney(unitsOf(amount), currency)} (${lines})`;
      return { name: capital(by), value, shown };
    });
  const shared = { measure: 'Owed to date (lines)' };
  return (
    <section>
      <h2>Where it comes from</h2>
      <Bars title="By outcome" of="Outcome" {...shared} rows={rowsOf(read.byOutcome)} />
      <Bars title="By provider" of="Provider" {...shared} rows={rowsOf(read.byProvider)} />
      <div class="charts">
        <MonthChart
          title="Owed, by the month of the line"
          measure="Owed"
          rows={read.byMonth.map(({ by, amount }) => {
            return { month: by, value: Number(unitsOf(amount)) };
          })}
          shown={moneyIn(currency)}
        />
        <MonthChart
          title="Lines, by the month of their day"
          measure="Lines"
          rows={read.byMonth.map(({ by, lines }) => ({ month: by, value: lines }))}
          shown={countWords}
        />
      </div>
    </section>
  );
}

function Files({ programme, read: { settlement } }: Placed): JSX.Element {
  const mayDo = useMayDo();
  const at = moneyAddress(programme, settlement.settlement);
  return (
    <section class="no-print">
      <h2>To keep</h2>
      <ul>
        <li>
          <a href={`${at}/lines`}>Every line, with why</a>
        </li>
        {settlement.state === 'approved' && (
          <li>
            <a href={`${at}/payment-file`}>What is to be paid (CSV)</a>
          </li>
        )}
        <li>
          <a href={`${at}/files/lines`}>Lines (CSV)</a>
        </li>
        <li>
          <a href={`${at}/files/changes`}>Changes (CSV)</a>
        </li>
        <li>
          <a href={`${at}/files/result`}>The whole result (JSON)</a>
        </li>
        {mayDo(requestBundle) && (
          <li>
            <a href={`${at}/bundle`}>A bundle of all that it rests on, for somebody else</a>
          </li>
        )}
        {mayDo(requestRecomputation) && (
          <li>
            <a href={`${at}/recomputation`}>Work it out again, and compare</a>
          </li>
        )}
      </ul>
    </section>
  );
}

import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Answer, Visit } from '../../http/index.ts';
import {
  listOfDisputes,
  listOfRequests,
  listOfSettlements,
  readMoneyOverTime,
} from '../../service/money/index.ts';
import { hasDuty } from '../has-duty.ts';
import { Button, Buttons, DayOf, Empty, Heading, Notice, Pager, Table } from '../look/index.ts';
import { showStatementList } from '../statement/statement-list.tsx';
import { moneyAddress, seesAll, showMoney } from './money-page.tsx';
import { dateWords, SettlementState, Sum } from './money-words.tsx';
import { OverTime } from './over-time.tsx';

type Listed = Static<(typeof listOfSettlements)['output']>['settlements'][number];

/** The settlements of a programme; to who has but a part in its money, their statements. */
export async function showSettlements(visit: Visit): Promise<Answer> {
  const { programme = '' } = visit.params;
  return showMoney(visit, async (own) => {
    if (!seesAll(own)) return showStatementList(visit, own);
    const before = Number(visit.query.before ?? '');
    const input = { programme, most: 50, ...(before > 0 ? { before } : {}) };
    const found = await visit.perform(listOfSettlements, input);
    if (!found.ok) return found.problems;
    const { settlements, before: more } = found.value;
    const asked = await visit.perform(listOfRequests, { programme });
    const over = before > 0 ? undefined : await visit.perform(readMoneyOverTime, { programme });
    const disputes = await countOpenDisputes(visit);
    const mayPrepare = own.parts.includes('commissioner') && hasDuty(visit, 'finance_preparer');
    return {
      title: 'Settlements',
      children: (
        <>
          <Heading
            lead={lead}
            actions={<Actions programme={programme} may={mayPrepare} disputes={disputes} />}
          >
            Money
          </Heading>
          {asked.ok && <Requests programme={programme} requests={asked.value.requests} />}
          <List programme={programme} settlements={settlements} may={mayPrepare} />
          <Pager
            of="settlements"
            after={
              more === undefined ? undefined : `${moneyAddress(programme)}?before=${String(more)}`
            }
          />
          {over?.ok === true && <OverTime found={over.value} />}
        </>
      ),
    };
  });
}

const disputesMost = 50;

/** How many lines are in dispute now, as far as the newest say. */
async function countOpenDisputes(visit: Visit): Promise<number> {
  const { programme = '' } = visit.params;
  const found = await visit.perform(listOfDisputes, { programme, most: disputesMost });
  if (!found.ok) return 0;
  return found.value.disputes.filter(({ releasedAt }) => releasedAt === undefined).length;
}

type RequestsProps = Readonly<{
  programme: string;
  requests: Static<(typeof listOfRequests)['output']>['requests'];
}>;

/** Settlements that were asked for and are not there: on their way, or failed. */
function Requests({ programme, requests }: RequestsProps): JSX.Element {
  return (
    <>
      {requests.map(({ request, state, asAt }) => (
        <Notice
          key={request}
          tone={state === 'failed' ? 'bad' : 'waiting'}
          title={
            state === 'failed'
              ? `The settlement as at ${dateWords(asAt)} could not be prepared`
              : `A settlement as at ${dateWords(asAt)} is being prepared`
          }
        >
          <p>
            <a href={moneyAddress(programme, 'requests', request)}>
              {state === 'failed' ? 'Why, and ask again' : 'See how far it is'}
            </a>
          </p>
        </Notice>
      ))}
    </>
  );
}

const lead =
  'Each settlement is everything owed to its day, worked out again from every fact; what is paid ' +
  'is what changed since the one before.';

type ActionProps = Readonly<{ programme: string; may: boolean; disputes: number }>;

function Actions({ programme, may, disputes }: ActionProps): JSX.Element {
  return (
    <Buttons>
      {may && <Button href={moneyAddress(programme, 'new')}>Prepare a settlement</Button>}
      <Button kind="quiet" href={`/programmes/${programme}/payments`}>
        Payments and ledger
      </Button>
      <Button kind="quiet" href={`/programmes/${programme}/disputes`}>
        Disputes{disputes > 0 && ` (${disputes} open)`}
      </Button>
    </Buttons>
  );
}

type ListProps = Readonly<{ programme: string; settlements: readonly Listed[]; may: boolean }>;

function List({ programme, settlements, may }: ListProps): JSX.Element {
  return (
    <Table
      caption="Settlements, newest first"
      isCaptionUnseen
      onPhone="lines"
      columns={[
        { label: 'Settlement' },
        { label: 'State' },
        { label: 'Owed to date', isNumber: true, isSaidInLine: true },
        { label: 'To pay', isNumber: true, inLine: 'end' },
        { label: 'Prepared', inLine: 'nowhere' },
        { label: 'Decided', inLine: 'nowhere' },
      ]}
      rows={settlements.map((each) => ({
        key: each.settlement,
        cells: [
          <a key="link" href={moneyAddress(programme, each.settlement)}>
            {each.number}, as at {dateWords(each.asAt)}
          </a>,
          <SettlementState key="state" state={each.state} />,
          <Sum key="total" of={each.total ?? '0'} currency={each.currency} />,
          <Sum key="paid" of={each.paid ?? '0'} currency={each.currency} />,
          <By key="prepared" name={each.preparedBy} at={each.preparedAt} />,
          <By key="decided" name={each.decidedBy} at={each.decidedAt} />,
        ],
      }))}
      empty={
        <Empty title="Nothing has been settled so far">
          {may && <p>Prepare the first settlement when a month is over.</p>}
        </Empty>
      }
    />
  );
}

type ByProps = Readonly<{ name: string | undefined; at: string | undefined }>;

function By({ name, at }: ByProps): JSX.Element | null {
  if (at === undefined) return <>–</>;
  return (
    <span>
      <DayOf at={at} />
      {name !== undefined && <> by {name}</>}
    </span>
  );
}

import type { JSX } from 'preact';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Answer as Given, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { listDiscounts, readStanding } from '../../service/joining/index.ts';
import { Day, DayOf, Empty, Heading, Status, Table } from '../look/index.ts';
import { type OwnProgramme, ProgrammeTabs } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { DecidingDiscounts } from './decide-discount.tsx';
import { DiscountStatus, type Discounts } from './discount-status.tsx';
import { findHead, ownEdge, ownName } from './programme-head.ts';
import { Proposing } from './propose-discount.tsx';

/** The discounts of a programme: a provider proposes its own, the commissioner decides. */
export async function showDiscounts(
  visit: Visit,
  problems: readonly Problem[] = [],
): Promise<Given> {
  const head = await findHead(visit);
  if (!head.ok) return head.answer;
  const { own } = head;
  const { programme } = own;
  const found = await visit.perform(listDiscounts, { programme });
  if (!found.ok) return showRefused(visit, found.problems);
  const discounts = found.value;
  const standing = own.parts.includes('provider')
    ? await visit.perform(readStanding, { programme })
    : undefined;
  const isOwn = isOwnAlone(own);
  return showPage(
    visit,
    { title: 'Discounts', problems, width: isOwn ? 'reading' : 'wide', ...ownEdge(own) },
    <>
      <ProgrammeTabs
        programme={programme}
        parts={own.parts}
        here={isOwn ? 'provider' : 'providers'}
      />
      <Heading
        kind={ownName(own)}
        lead="Taken off the prices that the page names, each from its day until the next."
      >
        {isOwn ? 'Your discount' : 'Discounts of providers'}
      </Heading>
      {own.parts.includes('commissioner') && (
        <DecidingDiscounts visit={visit} discounts={discounts} />
      )}
      {!isOwn && <h2>All discounts</h2>}
      <DiscountTable discounts={discounts} isOwn={isOwn} />
      {standing?.ok === true && (
        <Proposing
          visit={visit}
          standing={standing.value}
          isWaiting={isWaitingOf(discounts, standing.value.organisation)}
        />
      )}
    </>,
  );
}

function isOwnAlone({ parts }: OwnProgramme): boolean {
  return !parts.includes('commissioner') && !parts.includes('auditor');
}

function isWaitingOf({ proposals }: Discounts, own: string): boolean {
  return proposals.some(({ organisation, state }) => organisation === own && state === 'proposed');
}

type TableProps = Readonly<{ discounts: Discounts; isOwn: boolean }>;

function DiscountTable({ discounts, isOwn }: TableProps): JSX.Element {
  const rows = [...rowsProposed(discounts), ...rowsAdmitted(discounts)].toSorted((one, other) =>
    one.provider.localeCompare(other.provider, 'en'),
  );
  return (
    <Table
      caption="Discounts"
      isCaptionUnseen
      onPhone="lines"
      columns={[
        ...(isOwn ? [] : [{ label: 'Provider' }]),
        { label: 'Discount', isName: isOwn },
        { label: 'From', isSaidInLine: true },
        { label: 'State', inLine: 'end' },
        { label: 'Proposed', isSaidInLine: true },
        { label: 'Decided', isSaidInLine: true },
      ]}
      rows={rows.map(({ key, provider, cells }) => ({
        key,
        cells: isOwn ? cells : [provider, ...cells],
      }))}
      empty={
        <Empty title="No discount has been proposed so far">
          <p>Where the page takes a discount, a provider proposes it from a day.</p>
        </Empty>
      }
    />
  );
}

function rowsProposed({ proposals }: Discounts) {
  return proposals.map((proposal) => {
    const { organisation, provider, number, discount, from, proposedAt, decidedAt } = proposal;
    const cells = [
      discount,
      <Day key="from" day={from as CalendarDay} />,
      <DiscountStatus key="state" proposal={proposal} />,
      <DayOf key="proposed" at={proposedAt} />,
      decidedAt === undefined ? '' : <DayOf key="decided" at={decidedAt} />,
    ];
    return { key: `${organisation} ${number}`, provider, cells };
  });
}

function rowsAdmitted({ admitted }: Discounts) {
  return admitted.map(({ organisation, provider, discount, from }) => {
    const state = (
      <Status key="state" tone="good">
        Agreed at admission
      </Status>
    );
    const cells = [discount, <Day key="from" day={from as CalendarDay} />, state, '', ''];
    return { key: organisation, provider, cells };
  });
}

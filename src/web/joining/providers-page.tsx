import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Answer as Given, Visit } from '../../http/index.ts';
import type { Problem, Result } from '../../problem/index.ts';
import {
  listApplications,
  listDiscounts,
  listPublicProviders,
  listStandings,
  pauseProvider,
  resumeProvider,
} from '../../service/joining/index.ts';
import { letTakePart } from '../../service/programmes/index.ts';
import { hasDuty } from '../has-duty.ts';
import { Button, Day, Empty, Form, Heading, Status, Table } from '../look/index.ts';
import {
  findOwnProgramme,
  type OwnProgramme,
  ProgrammeTabs,
  programmeTrail,
  showUnpublished,
} from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { useMayDo } from '../visit-context.ts';
import { ProviderStatus, RunningOut, type Standing } from './provider-status.tsx';

type Public = Static<(typeof listPublicProviders)['output']>;

/** The providers of a programme: for everybody by name, for its commissioner as they stand. */
export async function showProviders(
  visit: Visit,
  problems: readonly Problem[] = [],
): Promise<Given> {
  const { programme = '' } = visit.params;
  const own = await findOwnProgramme(visit, programme);
  const found = await visit.perform(listPublicProviders, { programme });
  if (!found.ok) {
    return own === undefined
      ? showRefused(visit, found.problems)
      : showUnpublished(visit, own, 'providers');
  }
  const page = found.value;
  const standings =
    own === undefined ? undefined : await visit.perform(listStandings, { programme });
  const isNeutral = page.isAboutSafety && visit.actor.kind !== 'anyone';
  return showPage(
    visit,
    {
      title: `Providers of ${page.title}`,
      width: 'wide',
      problems,
      ...(own === undefined ? {} : { trail: programmeTrail(own.name, programme) }),
      ...(page.isAboutSafety ? { neutralName: page.neutralName } : {}),
    },
    <>
      <ProgrammeTabs programme={programme} parts={own?.parts ?? []} here="providers" />
      <Heading
        kind={isNeutral ? page.neutralName : page.title}
        lead="In the order of their names, whoever came first."
        actions={
          <>
            <Applications programme={programme} standings={standings} />
            <Discounts visit={visit} standings={standings} />
            <Parties own={own} />
          </>
        }
      >
        Providers
      </Heading>
      {standings?.ok === true ? (
        <StandingList visit={visit} providers={standings.value.providers} />
      ) : (
        <PublicList page={page} />
      )}
    </>,
  );
}

type Standings = Result<Static<(typeof listStandings)['output']>> | undefined;

type ApplicationsProps = Readonly<{ programme: string; standings: Standings }>;

function Applications({ programme, standings }: ApplicationsProps): JSX.Element | null {
  const mayDo = useMayDo();
  if (standings?.ok !== true || !mayDo(listApplications)) return null;
  const { waiting } = standings.value;
  return (
    <Button kind={waiting > 0 ? 'main' : 'quiet'} href={`/programmes/${programme}/applications`}>
      {waiting === 0 ? 'Applications' : `Decide on applications (${waiting})`}
    </Button>
  );
}

// Providers apply; whoever else takes part is let in by the commissioner.
function Parties({ own }: Readonly<{ own: OwnProgramme | undefined }>): JSX.Element | null {
  const mayDo = useMayDo();
  if (own?.parts.includes('commissioner') !== true || !mayDo(letTakePart)) return null;
  return (
    <Button kind="quiet" href={`/programmes/${own.programme}/parties`}>
      Who else takes part
    </Button>
  );
}

type DiscountsProps = Readonly<{ visit: Visit; standings: Standings }>;

// Whoever works with people is shown no rates, whatever other duties they have.
function Discounts({ visit, standings }: DiscountsProps): JSX.Element | null {
  const mayDo = useMayDo();
  if (standings?.ok !== true || !mayDo(listDiscounts) || hasDuty(visit, 'case_worker')) return null;
  const { takesDiscount, discountsWaiting: waiting } = standings.value;
  if (!takesDiscount && waiting === 0) return null;
  return (
    <Button
      kind={waiting > 0 ? 'main' : 'quiet'}
      href={`/programmes/${visit.params.programme}/discounts`}
    >
      {waiting === 0 ? 'Discounts' : `Decide on discounts (${waiting})`}
    </Button>
  );
}

function PublicList({ page }: Readonly<{ page: Public }>): JSX.Element {
  return (
    <Table
      caption="Providers"
      isCaptionUnseen
      onPhone="lines"
      columns={[
        { label: 'Provider' },
        { label: 'Where' },
        { label: 'Since', isSaidInLine: true },
        { label: 'Now', inLine: 'across' },
      ]}
      rows={page.providers.map(({ name, areas, since, isOpen }) => ({
        key: name,
        cells: [
          name,
          areas.length === 0 ? 'Everywhere' : areas.join(', '),
          <Day key="since" day={since as CalendarDay} />,
          <Status key="now" tone={isOpen ? 'good' : 'neutral'}>
            {isOpen ? 'Takes people' : 'Takes nobody new at present'}
          </Status>,
        ],
      }))}
      empty={
        <Empty title="No provider has joined so far">
          <p>Any provider that meets the conditions of the page may apply on any day.</p>
        </Empty>
      }
    />
  );
}

type StandingsProps = Readonly<{ visit: Visit; providers: readonly Standing[] }>;

function StandingList({ visit, providers }: StandingsProps): JSX.Element {
  return (
    <Table
      caption="Providers"
      isCaptionUnseen
      onPhone="lines"
      columns={[
        { label: 'Provider' },
        { label: 'State', inLine: 'end' },
        { label: 'Where' },
        { label: 'Since', isSaidInLine: true },
        { label: 'At once', isNumber: true, isSaidInLine: true },
        { label: 'To be shown again', inLine: 'across' },
        { label: 'Pause', isUnseen: true, inLine: 'across' },
      ]}
      rows={providers.map((provider) => ({
        key: provider.organisation,
        cells: cellsOf(visit, provider),
      }))}
      empty={
        <Empty title="No provider has joined so far">
          <p>Who applies stands under Applications until it is decided.</p>
        </Empty>
      }
    />
  );
}

function cellsOf(visit: Visit, provider: Standing) {
  const { name, areas, joinsOn, capacity } = provider;
  return [
    name,
    <ProviderStatus key="state" provider={provider} />,
    areas.length === 0 ? 'Everywhere' : areas.join(', '),
    joinsOn === undefined ? '' : <Day key="since" day={joinsOn as CalendarDay} />,
    capacity === undefined ? '' : String(capacity),
    <RunningOut key="again" provider={provider} />,
    <Pausing key="pause" visit={visit} provider={provider} />,
  ];
}

type PausingProps = Readonly<{ visit: Visit; provider: Standing }>;

function Pausing({ visit, provider }: PausingProps): JSX.Element | null {
  const { params } = visit;
  if (!hasDuty(visit, 'commissioner') || provider.state !== 'admitted') return null;
  const { organisation, name, pausedBy } = provider;
  const isPaused = pausedBy.includes('commissioner');
  const at = `/programmes/${params.programme}/providers/${organisation}`;
  return (
    <Form action={`${at}/${isPaused ? 'resume' : 'pause'}`} name={organisation}>
      <Button kind="quiet">
        {isPaused ? 'Resume' : 'Pause'}
        <span class="unseen"> new referrals to {name}</span>
      </Button>
    </Form>
  );
}

/** Pauses new referrals to a provider. */
export async function takePause(visit: Visit): Promise<Given> {
  const done = await visit.perform(pauseProvider, whoseOf(visit));
  return done.ok ? back(visit, 'New referrals are paused.') : showProviders(visit, done.problems);
}

/** Ends that pause. */
export async function takeResumption(visit: Visit): Promise<Given> {
  const done = await visit.perform(resumeProvider, whoseOf(visit));
  if (!done.ok) return showProviders(visit, done.problems);
  const say = done.value.isPaused
    ? 'Your pause is over. New referrals stay paused for another reason.'
    : 'New referrals are open again.';
  return back(visit, say);
}

function whoseOf({ params: { programme = '', organisation = '' } }: Visit) {
  return { programme, organisation };
}

function back({ params }: Visit, say: string): Given {
  return { kind: 'go', to: `/programmes/${params.programme}/providers`, say };
}

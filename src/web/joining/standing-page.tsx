import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Answer as Given, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { mayDo } from '../../service/access/index.ts';
import {
  changeOffer,
  giveNotice,
  listDiscounts,
  pauseOwn,
  readStanding,
  resumeOwn,
  showAgain,
} from '../../service/joining/index.ts';
import { formText } from '../form-text.ts';
import { hasDuty } from '../has-duty.ts';
import {
  Button,
  Buttons,
  Confirm,
  Day,
  Facts,
  Field,
  Form,
  Heading,
  Status,
  Table,
} from '../look/index.ts';
import { ProgrammeTabs } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { findHead, ownEdge } from './programme-head.ts';
import { ProviderStatus } from './provider-status.tsx';

export type OwnStanding = Static<(typeof readStanding)['output']>;

/** How the organisation acted for stands as a provider, and what it may do about it. */
export async function showStanding(
  visit: Visit,
  problems: readonly Problem[] = [],
): Promise<Given> {
  const { programme = '' } = visit.params;
  const head = await findHead(visit);
  if (!head.ok) return head.answer;
  const found = await visit.perform(readStanding, { programme });
  if (!found.ok) return showRefused(visit, found.problems);
  const standing = found.value;
  const delivers = mayDo(changeOffer, visit.actor).ok;
  const serves = standing.state === 'admitted' || standing.state === 'leaving';
  return showPage(
    visit,
    { title: 'Your place', problems, ...ownEdge(head.own) },
    <>
      <ProgrammeTabs programme={programme} parts={head.own.parts} here="provider" />
      <Heading kind={standing.title}>{standing.name}</Heading>
      <Summary standing={standing} />
      {standing.takesDiscount && <Discount visit={visit} />}
      {standing.conditions.length > 0 && <Conditions visit={visit} standing={standing} />}
      {serves && delivers && (
        <Offer visit={visit} standing={standing} isTyped={problems.length > 0} />
      )}
      {standing.state === 'admitted' && delivers && <Pausing visit={visit} standing={standing} />}
      {standing.state === 'admitted' && <Notice visit={visit} />}
    </>,
  );
}

type OwnProps = Readonly<{ visit: Visit; standing: OwnStanding }>;

function Summary({ standing }: Readonly<{ standing: OwnStanding }>): JSX.Element {
  const { joinsOn, capacity, areas } = standing;
  return (
    <Facts
      facts={[
        { name: 'State', value: <ProviderStatus provider={standing} /> },
        ...(joinsOn === undefined
          ? []
          : [{ name: 'Referrals from', value: <Day day={joinsOn as CalendarDay} /> }]),
        {
          name: 'Can serve at once',
          value: capacity === undefined ? 'Not said' : String(capacity),
        },
        { name: 'Where', value: areas.length === 0 ? 'Everywhere' : areas.join(', ') },
      ]}
    />
  );
}

function Discount({ visit }: Readonly<{ visit: Visit }>): JSX.Element | null {
  if (!mayDo(listDiscounts, visit.actor).ok) return null;
  return (
    <p>
      <a href={`/programmes/${visit.params.programme}/discounts`}>
        Your discount, and proposing another from a day
      </a>
    </p>
  );
}

const holdings = {
  holds: ['good', 'Holds'],
  runs_out: ['attention', 'Runs out soon'],
  ran_out: ['bad', 'Ran out'],
} as const;

function Conditions({ visit, standing }: OwnProps): JSX.Element {
  const at = `/programmes/${visit.params.programme}/provider/conditions`;
  const delivers = mayDo(showAgain, visit.actor).ok;
  return (
    <>
      <h2>What you show again</h2>
      <Table
        caption="Conditions that have to be shown again"
        isCaptionUnseen
        onPhone="lines"
        columns={[
          { label: 'Condition' },
          { label: 'State' },
          { label: 'Until', isSaidInLine: true },
        ]}
        rows={standing.conditions.map(({ condition, sentence, until, holding }) => {
          const [tone, words] = holdings[holding];
          return {
            key: condition,
            cells: [
              delivers ? (
                <a key="sentence" href={`${at}/${encodeURIComponent(condition)}`}>
                  {sentence}
                </a>
              ) : (
                sentence
              ),
              <Status key="state" tone={tone}>
                {words}
              </Status>,
              until === undefined ? '' : <Day key="until" day={until as CalendarDay} />,
            ],
          };
        })}
        empty={null}
      />
    </>
  );
}

function Offer({ visit, standing, isTyped }: OwnProps & Readonly<{ isTyped: boolean }>) {
  const { capacity, areas } = standing;
  const saved = { capacity: String(capacity ?? ''), areas: areas.join(', ') };
  return (
    <>
      <h2>What you offer</h2>
      <Form
        action={`/programmes/${visit.params.programme}/provider/offer`}
        name="offer"
        values={isTyped ? visit.form : saved}
      >
        <Field kind="number" name="capacity" label="How many you can serve at once" />
        <Field
          kind="text"
          name="areas"
          label="Where you serve"
          hint="Areas set off by commas; nothing for everywhere."
          isOptional
        />
        <Buttons>
          <Button kind="quiet">Change what you offer</Button>
        </Buttons>
      </Form>
    </>
  );
}

function Pausing({ visit, standing }: OwnProps): JSX.Element {
  const isPaused = standing.pausedBy.includes('provider');
  const at = `/programmes/${visit.params.programme}/provider`;
  return (
    <>
      <h2>New referrals</h2>
      <Form action={`${at}/${isPaused ? 'resume' : 'pause'}`} name="pause">
        <p>
          {isPaused
            ? 'You have paused new referrals. Those who are with you stay.'
            : 'You may pause new referrals at once. Those who are with you stay.'}
        </p>
        <Buttons>
          <Button kind="quiet">{isPaused ? 'Resume new referrals' : 'Pause new referrals'}</Button>
        </Buttons>
      </Form>
    </>
  );
}

function Notice({ visit }: Readonly<{ visit: Visit }>): JSX.Element | null {
  if (!hasDuty(visit, 'administrator')) return null;
  const { programme } = visit.params;
  return (
    <>
      <h2>Leaving</h2>
      <Confirm
        action={`/programmes/${programme}/provider/notice`}
        button="Give notice"
        isGrave
        otherwise={{
          label: 'Read what the page says of leaving',
          href: `/programmes/${programme}`,
        }}
      >
        <p>
          From today nobody new is referred to you. You serve those you have to the last day of the
          notice, and what comes after is paid as the page says. This cannot be taken back.
        </p>
      </Confirm>
    </>
  );
}

/** Says anew how many can be served, and where. */
export async function takeOffer(visit: Visit): Promise<Given> {
  const { programme = '' } = visit.params;
  const areas = formText(visit, 'areas')
    .split(',')
    .map((area) => area.trim());
  const input = {
    programme,
    capacity: Number(formText(visit, 'capacity').replaceAll(',', '') || 'nothing'),
    areas: areas.filter((area) => area !== ''),
  };
  const done = await visit.perform(changeOffer, input);
  return done.ok ? back(visit, 'What you offer is changed.') : showStanding(visit, done.problems);
}

/** Pauses new referrals to the own organisation. */
export async function takeOwnPause(visit: Visit): Promise<Given> {
  const done = await visit.perform(pauseOwn, { programme: visit.params.programme });
  return done.ok ? back(visit, 'New referrals are paused.') : showStanding(visit, done.problems);
}

/** Ends that pause. */
export async function takeOwnResumption(visit: Visit): Promise<Given> {
  const done = await visit.perform(resumeOwn, { programme: visit.params.programme });
  if (!done.ok) return showStanding(visit, done.problems);
  const say = done.value.isPaused
    ? 'Your pause is over. New referrals stay paused for another reason.'
    : 'New referrals are open again.';
  return back(visit, say);
}

/** Gives notice on the terms of the page. */
export async function takeNotice(visit: Visit): Promise<Given> {
  const done = await visit.perform(giveNotice, { programme: visit.params.programme });
  if (!done.ok) return showStanding(visit, done.problems);
  return back(visit, 'Notice is given. Nobody new is referred to you from today.');
}

function back({ params }: Visit, say: string): Given {
  return { kind: 'go', to: `/programmes/${params.programme}/provider`, say };
}

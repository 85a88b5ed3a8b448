import type { JSX } from 'preact';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { listSigned, readPublic, signVersion } from '../../service/programmes/index.ts';
import { formText } from '../form-text.ts';
import { hasDuty } from '../has-duty.ts';
import {
  Confirm,
  Contract,
  Day,
  DayOf,
  Field,
  Heading,
  Notice,
  Status,
  Table,
} from '../look/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { findOwnProgramme } from './find-own-programme.ts';
import { ProgrammeTabs } from './programme-tabs.tsx';
import type { PublicPage } from './public-page.tsx';

const lead =
  'You are bound by the versions that you have signed, and by changes that these foretold.';
const hashHint =
  'Copy it from the foot of the page that you have read: it says that you sign this page and no ' +
  'other.';

/** What a provider has signed, and the version that it may sign now. */
export async function showSigning(
  visit: Visit,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const { programme = '' } = visit.params;
  const own = await findOwnProgramme(visit, programme);
  const signed = await visit.perform(listSigned, { programme });
  if (!signed.ok) return showRefused(visit, signed.problems);
  const found = await visit.perform(readPublic, { programme });
  if (!found.ok) return showRefused(visit, found.problems);
  const page = found.value;
  const organisation = visit.actor.kind === 'account' ? visit.actor.organisation?.id : undefined;
  const mine = signed.value.providers.find((each) => each.organisation === organisation);
  const isSigned = mine?.signed.some(({ version }) => version === page.version) === true;
  return showPage(
    visit,
    {
      title: 'What you have signed',
      problems,
      ...(page.isAboutSafety ? { neutralName: page.neutralName } : {}),
    },
    <>
      <ProgrammeTabs programme={programme} parts={own?.parts ?? []} here="page" />
      <Heading lead={lead}>What you have signed</Heading>
      <Bound page={page} mine={mine} />
      {isSigned ? null : <Signing visit={visit} page={page} />}
    </>,
  );
}

type Mine = Readonly<{
  signed: readonly Readonly<{ version: number; signedAt: string }>[];
  binding: readonly number[];
}>;

function Bound({ page, mine }: Readonly<{ page: PublicPage; mine: Mine | undefined }>) {
  return (
    <Table
      caption="Versions"
      onPhone="lines"
      columns={[
        { label: 'Version' },
        { label: 'Counts from', isSaidInLine: true },
        { label: 'You', inLine: 'across' },
      ]}
      rows={page.versions.map(({ version, countsFrom }) => ({
        key: String(version),
        cells: [
          <a key="version" href={`/programmes/${page.programme}/versions/${version}`}>
            Version {version}
          </a>,
          <Day key="from" day={countsFrom as CalendarDay} />,
          <Binding key="you" version={version} mine={mine} />,
        ],
      }))}
      empty={null}
    />
  );
}

function Binding({ version, mine }: Readonly<{ version: number; mine: Mine | undefined }>) {
  const signed = mine?.signed.find((each) => each.version === version);
  if (signed !== undefined) {
    return (
      <Status tone="good">
        Signed on <DayOf at={signed.signedAt} />
      </Status>
    );
  }
  if (mine?.binding.includes(version) === true) {
    return <Status tone="good">Binds you: foretold by what you signed</Status>;
  }
  return <Status tone="attention">Does not bind you</Status>;
}

function Signing({ visit, page }: Readonly<{ visit: Visit; page: PublicPage }>): JSX.Element {
  const { programme } = page;
  if (!hasDuty(visit, 'administrator')) {
    return (
      <Notice tone="neutral">
        <p>Version {page.version} is signed by an administrator of your organisation.</p>
      </Notice>
    );
  }
  return (
    <>
      <h2>Version {page.version}, to be signed</h2>
      <Contract
        text={page.text}
        version={page.version}
        hashes={{ contract: page.contractHash, page: page.pageHash }}
        isWithin
      />
      <Confirm
        action={`/programmes/${programme}/sign`}
        given={{ version: String(page.version) }}
        values={visit.form}
        button={`Sign version ${page.version}`}
        otherwise={{ label: 'Not now', href: `/programmes/${programme}` }}
      >
        <Field kind="text" name="pageHash" label="The page hash" hint={hashHint} width="full" />
      </Confirm>
    </>
  );
}

/** Signs a version by its hash. */
export async function takeSignature(visit: Visit): Promise<Answer> {
  const { programme = '' } = visit.params;
  const version = Number(formText(visit, 'version'));
  const pageHash = formText(visit, 'pageHash').trim();
  const done = await visit.perform(signVersion, { programme, version, pageHash });
  if (!done.ok) return showSigning(visit, done.problems);
  const say = `Version ${version} is signed.`;
  return { kind: 'go', to: `/programmes/${programme}/sign`, say };
}

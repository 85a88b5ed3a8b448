import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Answer, Visit } from '../../http/index.ts';
import { listPublicProviders, readForm } from '../../service/joining/index.ts';
import { readPublic } from '../../service/programmes/index.ts';
import { publishedFigures } from '../../service/publishing/index.ts';
import { Button, Contract, Day, DayOf, Facts, Notice } from '../look/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { useMayDo, useVisit } from '../visit-context.ts';
import { findApplications, type OwnApplication } from './applied-to.tsx';
import { findOwnProgramme, type OwnProgramme } from './find-own-programme.ts';
import { ProgrammeTabs } from './programme-tabs.tsx';
import { PublishedFigures } from './published-figures.tsx';
import { showUnpublished } from './unpublished-page.tsx';

/** A published page, as anybody reads it. */
export type PublicPage = Static<(typeof readPublic)['output']>;

/** The contract in force, or an earlier version of it, as a document. */
export async function showProgramme(visit: Visit): Promise<Answer> {
  const { programme = '', version } = visit.params;
  const own = await findOwnProgramme(visit, programme);
  const asked = version === undefined ? { programme } : { programme, version: Number(version) };
  const found = await visit.perform(readPublic, asked);
  if (!found.ok) {
    return own === undefined
      ? showRefused(visit, found.problems)
      : showUnpublished(visit, own, 'page');
  }
  const page = found.value;
  const applications = own === undefined ? await findApplications(visit) : [];
  const joined = await visit.perform(listPublicProviders, { programme });
  const published = await visit.perform(publishedFigures, { programme });
  return showPage(
    visit,
    {
      title: page.title,
      width: 'wide',
      ...(page.isAboutSafety ? { neutralName: page.neutralName } : {}),
    },
    <>
      <ProgrammeTabs programme={programme} parts={own?.parts ?? []} here="page" />
      <Standing page={page} />
      <p class="to-aside">
        <a href="#about">Providers, joining and files to keep</a>
      </p>
      <div class="beside">
        <Contract
          text={page.text}
          version={page.version}
          hashes={{ contract: page.contractHash, page: page.pageHash }}
        />
        <Aside
          page={page}
          own={own}
          providers={joined.ok ? joined.value.providers : []}
          application={applications.find((each) => each.programme === programme)}
        />
      </div>
      <PublishedFigures figures={published.ok ? published.value.figures : []} />
    </>,
  );
}

/** Says where it is not the page in force that is read. */
function Standing({ page }: Readonly<{ page: PublicPage }>): JSX.Element | null {
  const newest = page.versions[0]?.version;
  if (page.isWithoutAmounts) {
    return (
      <Notice tone="neutral">
        <p>Amounts are left out, since you act as a case worker.</p>
      </Notice>
    );
  }
  if (newest === undefined || newest === page.version) return null;
  return (
    <Notice tone="attention" title={`This is version ${page.version}, and a later one is in force`}>
      <p>
        <a href={`/programmes/${page.programme}`}>Read version {newest}</a>
      </p>
    </Notice>
  );
}

type Providers = Static<(typeof listPublicProviders)['output']>['providers'];

type AsideProps = Readonly<{
  page: PublicPage;
  own: OwnProgramme | undefined;
  providers: Providers;
  application: OwnApplication | undefined;
}>;

function Aside({ page, own, providers, application }: AsideProps): JSX.Element {
  const isProvider = own?.parts.includes('provider') === true;
  const isBuyer = own?.parts.includes('commissioner') === true;
  return (
    <aside id="about" aria-label="About this contract">
      <Facts
        facts={[
          { name: 'Bought by', value: page.commissioner },
          { name: 'Version', value: String(page.version) },
          { name: 'Counts from', value: <Day day={page.countsFrom as CalendarDay} /> },
          {
            name: 'Published',
            value: <DayOf at={page.publishedAt} />,
          },
        ]}
      />
      {!isProvider && !isBuyer && <Applying programme={page.programme} application={application} />}
      {isProvider && (
        <p>
          <Button kind="quiet" href={`/programmes/${page.programme}/sign`}>
            What you have signed
          </Button>
        </p>
      )}
      <Serving providers={providers} />
      {!page.isWithoutAmounts && <Files page={page} />}
    </aside>
  );
}

type ApplyingProps = Readonly<{ programme: string; application: OwnApplication | undefined }>;

/** The way to apply, for those who may, and for those who are not signed in so far. */
function Applying({ programme, application }: ApplyingProps): JSX.Element | null {
  const { actor } = useVisit();
  const mayDo = useMayDo();
  if (actor.kind === 'account' && !mayDo(readForm)) return null;
  const href = `/programmes/${programme}/join`;
  if (application?.state === 'applied') {
    return (
      <p>
        <Button kind="quiet" href={href}>
          Your application
        </Button>
      </p>
    );
  }
  return (
    <p>
      <Button href={href}>
        {application?.state === 'draft' ? 'Go on with your application' : 'Apply to join'}
      </Button>
    </p>
  );
}

function Serving({ providers }: Readonly<{ providers: Providers }>): JSX.Element {
  return (
    <>
      <h2>Providers</h2>
      {providers.length === 0 ? (
        <p>No provider has joined so far.</p>
      ) : (
        <ul>
          {providers.map(({ name, areas, isOpen }) => (
            <li key={name}>
              {name}
              {areas.length > 0 && `, in ${areas.join(', ')}`}
              {!isOpen && ' (takes nobody new at present)'}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Files({ page }: Readonly<{ page: PublicPage }>): JSX.Element {
  const at = `/programmes/${page.programme}/versions/${page.version}/files`;
  return (
    <>
      <h2>To keep</h2>
      <ul>
        <li>
          <a href={`${at}/pdf`}>The sheet for signing (PDF)</a>
        </li>
        <li>
          <a href={`${at}/markdown`}>The page (Markdown)</a>
        </li>
        <li>
          <a href={`${at}/json`}>Its terms (JSON)</a>
        </li>
      </ul>
    </>
  );
}

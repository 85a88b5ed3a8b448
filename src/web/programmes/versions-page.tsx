import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import type { Answer, Visit } from '../../http/index.ts';
import { listPutForward, readPublic } from '../../service/programmes/index.ts';
import { Day, DayOf, Diff, Empty, Heading, Status, Table } from '../look/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { findOwnProgramme } from './find-own-programme.ts';
import { ProgrammeTabs } from './programme-tabs.tsx';
import type { PublicPage } from './public-page.tsx';

type PutForward = Static<(typeof listPutForward)['output']>['versions'];

/** Every version that was published, with what each changed; for the buyer all put forward too. */
export async function showVersions(visit: Visit): Promise<Answer> {
  const { programme = '' } = visit.params;
  const own = await findOwnProgramme(visit, programme);
  const found = await visit.perform(readPublic, { programme });
  if (!found.ok && own === undefined) return showRefused(visit, found.problems);
  const listed = await visit.perform(listPutForward, { programme });
  const putForward = listed.ok ? listed.value.versions : [];
  const page = found.ok ? found.value : undefined;
  const isSafe = page?.isAboutSafety ?? own?.isAboutSafety ?? false;
  const neutralName = page?.neutralName ?? own?.neutralName ?? '';
  return showPage(
    visit,
    { title: 'Versions', width: 'wide', ...(isSafe ? { neutralName } : {}) },
    <>
      <ProgrammeTabs programme={programme} parts={own?.parts ?? []} here="versions" />
      <Heading kind={isSafe ? neutralName : (page?.title ?? own?.name)}>Versions</Heading>
      {page === undefined ? (
        <Empty title="No version is published so far" />
      ) : (
        <Published page={page} earlier={await earlierTexts(visit, page)} />
      )}
      {putForward.length > 0 && <AllPutForward programme={programme} versions={putForward} />}
    </>,
  );
}

/** The texts of all published versions, by their numbers. */
async function earlierTexts(
  visit: Visit,
  { programme, versions }: PublicPage,
): Promise<ReadonlyMap<number, string>> {
  const texts = new Map<number, string>();
  for (const { version } of versions) {
    const found = await visit.perform(readPublic, { programme, version });
    if (found.ok) texts.set(version, found.value.text);
  }
  return texts;
}

type PublishedProps = Readonly<{ page: PublicPage; earlier: ReadonlyMap<number, string> }>;

function Published({ page, earlier }: PublishedProps): JSX.Element {
  return (
    <>
      <Table
        caption="Published"
        onPhone="lines"
        columns={[
          { label: 'Version' },
          { label: 'Counts from', isSaidInLine: true },
          { label: 'Published', isSaidInLine: true },
        ]}
        rows={page.versions.map(({ version, countsFrom, publishedAt }) => ({
          key: String(version),
          cells: [
            <a key="version" href={`/programmes/${page.programme}/versions/${version}`}>
              Version {version}
            </a>,
            <Day key="from" day={countsFrom as CalendarDay} />,
            <DayOf key="on" at={publishedAt} />,
          ],
        }))}
        empty={null}
      />
      {page.versions
        .filter(({ version }) => version > 1)
        .map(({ version }) => (
          <section key={version}>
            <h2>What version {version} changed</h2>
            <Diff
              before={{ name: `Version ${version - 1}`, text: earlier.get(version - 1) ?? '' }}
              after={{ name: `Version ${version}`, text: earlier.get(version) ?? '' }}
            />
          </section>
        ))}
    </>
  );
}

type AllProps = Readonly<{ programme: string; versions: PutForward }>;

function AllPutForward({ programme, versions }: AllProps): JSX.Element {
  return (
    <Table
      caption="Everything that was put forward"
      onPhone="lines"
      columns={[{ label: 'Put forward' }, { label: 'Version' }, { label: 'State', inLine: 'end' }]}
      rows={versions.map(({ number, version, state, preparedAt }) => ({
        key: String(number),
        cells: [
          <a key="at" href={`/programmes/${programme}/put-forward/${number}`}>
            <DayOf at={preparedAt} />
          </a>,
          `Version ${version}`,
          <State key="state" state={state} />,
        ],
      }))}
      empty={null}
    />
  );
}

/** Where a page that was put forward stands, in words. */
export function State({ state }: Pick<PutForward[number], 'state'>): JSX.Element {
  switch (state) {
    case 'prepared':
      return <Status tone="waiting">Waits to be decided</Status>;
    case 'published':
      return <Status tone="good">Published</Status>;
    case 'refused':
      return <Status tone="bad">Refused</Status>;
    case 'withdrawn':
      return <Status tone="neutral">Withdrawn</Status>;
  }
}

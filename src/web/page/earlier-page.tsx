import type { Answer, Visit } from '../../http/index.ts';
import { listEarlier, readEarlierDraft } from '../../service/programmes/index.ts';
import { Button, Diff, Empty, Form, Heading, Moment, Pager, Table } from '../look/index.ts';
import { ProgrammeTabs } from '../programmes/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { type Edited, findEdited } from './edited.ts';
import { mayWrite } from './editor-page.tsx';

/** What the draft was before, newest first. */
export async function showEarlier(visit: Visit): Promise<Answer> {
  const edited = await findEdited(visit);
  if (!edited.ok) return showRefused(visit, edited.problems);
  const { programme } = edited.value.draft;
  const { before } = visit.query;
  const asked = before === undefined ? { programme } : { programme, before: Number(before) };
  const found = await visit.perform(listEarlier, asked);
  if (!found.ok) return showRefused(visit, found.problems);
  const { revisions, next } = found.value;
  const at = `/programmes/${programme}/edit/earlier`;
  return showPage(
    visit,
    shownOf(edited.value, 'Earlier drafts'),
    <>
      <Tabs edited={edited.value} />
      <Heading
        kind={shownName(edited.value)}
        lead="Every text that was kept. Open one to see what differs, and to go back to it."
      >
        What the draft was before
      </Heading>
      <Table
        caption="Earlier drafts"
        isCaptionUnseen
        onPhone="lines"
        columns={[
          { label: 'Revision' },
          { label: 'Kept' },
          { label: 'By', isSaidInLine: true },
          { label: 'Characters', isNumber: true, isSaidInLine: true },
        ]}
        rows={revisions.map(({ revision, changedAt, changedBy, length }) => ({
          key: String(revision),
          cells: [
            <a key="revision" href={`${at}/${revision}`}>
              Revision {revision}
            </a>,
            <Moment key="at" at={changedAt} />,
            changedBy,
            length.toLocaleString('en-GB'),
          ],
        }))}
        empty={
          <Empty title="Nothing before this">
            <p>The draft is as it was begun.</p>
          </Empty>
        }
      />
      <Pager of="drafts" after={next === undefined ? undefined : `${at}?before=${next}`} />
    </>,
  );
}

/** The draft as it was at a revision, against what it is now. */
export async function showOneEarlier(visit: Visit): Promise<Answer> {
  const edited = await findEdited(visit);
  if (!edited.ok) return showRefused(visit, edited.problems);
  const { draft } = edited.value;
  const { programme } = draft;
  const revision = Number(visit.params.revision);
  const found = await visit.perform(readEarlierDraft, { programme, revision });
  if (!found.ok) return showRefused(visit, found.problems);
  return showPage(
    visit,
    shownOf(edited.value, `Revision ${revision}`),
    <>
      <Tabs edited={edited.value} />
      <Heading kind="Earlier draft">Revision {revision}</Heading>
      <Diff
        before={{ name: 'The draft now', text: draft.text }}
        after={{ name: `Revision ${revision}`, text: found.value.text }}
      />
      {mayWrite(visit) && (
        <Form action={`/programmes/${programme}/edit/earlier`}>
          <input type="hidden" name="revision" value={draft.revision} />
          <input type="hidden" name="earlier" value={revision} />
          <Button>Have this back</Button>
        </Form>
      )}
    </>,
  );
}

function Tabs({ edited: { programme } }: Readonly<{ edited: Edited }>) {
  return <ProgrammeTabs programme={programme.programme} parts={programme.parts} here="edit" />;
}

function shownOf({ programme }: Edited, title: string) {
  return {
    title,
    width: 'wide',
    ...(programme.isAboutSafety ? { neutralName: programme.neutralName } : {}),
  } as const;
}

function shownName({ programme }: Edited): string {
  return programme.isAboutSafety ? programme.neutralName : programme.name;
}

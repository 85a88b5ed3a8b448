import type { Static } from 'typebox';
import { looks, whyLooked } from '../../service/people/index.ts';
import { edgeOf, FactsHead, ofProgramme, shortReference } from '../facts/index.ts';
import { Empty, Moment, Table } from '../look/index.ts';
import { showPage, showRefused } from '../show.tsx';

type Look = Static<(typeof looks)['output']>['looks'][number];

const lead = 'Names and contacts are kept apart from everything else. Every look is written down.';

/** Who looked at names and contacts, when and why. */
export const showLooks = ofProgramme(async ({ visit, programme }) => {
  const { before } = visit.query;
  const asked = { programme: programme.programme, ...(before === undefined ? {} : { before }) };
  const listed = await visit.perform(looks, asked);
  if (!listed.ok) return showRefused(visit, listed.problems);
  const { looks: shown, before: earlier } = listed.value;
  return showPage(
    visit,
    { title: 'Who looked at names', width: 'wide', ...edgeOf(programme) },
    <>
      <FactsHead programme={programme} lead={lead}>
        Who looked at names
      </FactsHead>
      <Table
        caption="Looks, the newest first"
        onPhone="lines"
        columns={[
          { label: 'When' },
          { label: 'Who', inLine: 'end' },
          { label: 'Of participant', isSaidInLine: true },
          { label: 'Why', inLine: 'across' },
        ]}
        rows={shown.map((each, at) => ({ key: `${at}`, cells: cellsOf(each) }))}
        empty={<Empty title="Nobody has looked so far" />}
      />
      {earlier !== undefined && (
        <p>
          <a href={`?before=${encodeURIComponent(earlier)}`}>Earlier looks</a>
        </p>
      )}
    </>,
  );
});

function cellsOf({ participant, name, at, why }: Look) {
  const reasons: Readonly<Record<string, string>> = whyLooked;
  return [
    <Moment key="at" at={at} />,
    name ?? 'Somebody of another organisation',
    <code key="participant">{shortReference(participant)}</code>,
    reasons[why] ?? why,
  ];
}

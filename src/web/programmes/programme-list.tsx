import type { ComponentChildren, JSX } from 'preact';
import type { Day as CalendarDay } from '../../calendar/index.ts';
import { Day, DayOf, Status, Table } from '../look/index.ts';
import type { Listed } from './listed.ts';

export type ProgrammeListProps = Readonly<{
  caption: string;
  programmes: readonly Listed[];
  /** Shows what the organisation acted for is in each, and where its page is on its way. */
  isOwn: boolean;
  empty: ComponentChildren;
}>;

/** Programmes by name, with who buys and how far each has come. */
export function ProgrammeList(props: ProgrammeListProps): JSX.Element {
  const { caption, programmes, isOwn, empty } = props;
  return (
    <div class="even-columns">
      <Table
        caption={caption}
        isCaptionUnseen
        onPhone="lines"
        columns={[
          { label: 'Programme' },
          { label: 'Commissioner' },
          ...(isOwn ? [{ label: 'Your part' }] : []),
          isOwn ? { label: 'Page', inLine: 'end' } : { label: 'Published', isSaidInLine: true },
          { label: 'Last day', isSaidInLine: true },
        ]}
        rows={programmes.map((each) => ({
          key: each.programme,
          cells: [
            <a key="name" href={`/programmes/${each.programme}`}>
              {each.name}
            </a>,
            each.commissioner.name,
            ...(isOwn ? [each.parts.join(', ')] : []),
            isOwn ? <PageState key="state" listed={each} /> : <Published key="on" listed={each} />,
            each.endsOn === undefined ? '' : <Day key="to" day={each.endsOn as CalendarDay} />,
          ],
        }))}
        empty={empty}
      />
    </div>
  );
}

function Published({ listed: { publishedAt } }: Readonly<{ listed: Listed }>) {
  return publishedAt === undefined ? null : <DayOf at={publishedAt} />;
}

/** How far the page of a programme has come, in words. */
function PageState({ listed }: Readonly<{ listed: Listed }>): JSX.Element {
  const { version, isWaiting, isOver } = listed;
  if (isWaiting) return <Status tone="waiting">Waits to be published</Status>;
  if (version === undefined) return <Status tone="neutral">Draft</Status>;
  if (isOver) return <Status tone="neutral">Over</Status>;
  return <Status tone="good">Version {version} in force</Status>;
}

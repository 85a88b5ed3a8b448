import type { Answer, Visit } from '../../http/index.ts';
import { listPublished } from '../../service/programmes/index.ts';
import { Empty, Heading, Pager } from '../look/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { AppliedTo, findApplications } from './applied-to.tsx';
import { ProgrammeList } from './programme-list.tsx';

const lead =
  'Each is one page: which people, which outcomes, what is paid. Any provider that meets the ' +
  'conditions on the page may join.';

/** Programmes whose pages are published, for anybody. */
export async function showOpenList(visit: Visit): Promise<Answer> {
  const { after } = visit.query;
  const found = await visit.perform(listPublished, after === undefined ? {} : { after });
  if (!found.ok) return showRefused(visit, found.problems);
  const { programmes, next } = found.value;
  const over = programmes.filter(({ isOver }) => isOver);
  return showPage(
    visit,
    { title: 'Open programmes', width: 'wide' },
    <>
      <Heading lead={lead}>Services bought by their results</Heading>
      <AppliedTo applications={await findApplications(visit)} />
      <ProgrammeList
        caption="Open programmes"
        programmes={programmes.filter(({ isOver }) => !isOver)}
        isOwn={false}
        empty={
          <Empty title="No programme is open at present">
            <p>A programme stands here from the day on which its page is published.</p>
          </Empty>
        }
      />
      {over.length > 0 && (
        <>
          <h2>Over</h2>
          <p>Nobody joins these any more. Their pages and what they came to stay here.</p>
          <ProgrammeList caption="Over" programmes={over} isOwn={false} empty={null} />
        </>
      )}
      <Pager of="programmes" after={next === undefined ? undefined : `/?after=${next}`} />
    </>,
  );
}

import type { Answer, Visit } from '../../http/index.ts';
import { listOwnProgrammes } from '../../service/programmes/index.ts';
import { hasDuty } from '../has-duty.ts';
import { Button, Empty, Heading, Pager } from '../look/index.ts';
import { showPage, showRefused } from '../show.tsx';
import { AppliedTo, findApplications } from './applied-to.tsx';
import { ProgrammeList } from './programme-list.tsx';

/** The programmes of the organisation that is acted for. */
export async function showOwnList(visit: Visit): Promise<Answer> {
  const { after } = visit.query;
  const found = await visit.perform(listOwnProgrammes, after === undefined ? {} : { after });
  if (!found.ok) return showRefused(visit, found.problems);
  const { programmes, next } = found.value;
  const applications = await findApplications(visit);
  const begins = hasDuty(visit, 'commissioner');
  const begin = <Button href="/programmes/new">Begin a programme</Button>;
  return showPage(
    visit,
    { title: 'Your programmes', width: 'wide' },
    <>
      <Heading actions={begins && programmes.length > 0 ? begin : undefined}>
        Your programmes
      </Heading>
      <AppliedTo applications={applications} />
      <ProgrammeList
        caption="Your programmes"
        programmes={programmes}
        isOwn
        empty={
          <Empty title="Your organisation has no programme so far">
            {begins ? (
              <>
                <p>
                  A programme begins with one page. Start from a page that is nearly right, and
                  change its words until they are yours.
                </p>
                <p>{begin}</p>
              </>
            ) : (
              <p>
                Look at the <a href="/">open programmes</a>: a provider that meets the conditions of
                a page may join on any day.
              </p>
            )}
          </Empty>
        }
      />
      <Pager of="programmes" after={next === undefined ? undefined : `/programmes?after=${next}`} />
    </>,
  );
}

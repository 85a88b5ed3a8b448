import { addMonths, type Day, dayNumber, dayOf } from '../../calendar/index.ts';
import type { Answer, Visit } from '../../http/index.ts';
import type { Problem } from '../../problem/index.ts';
import { dayIn } from '../../service/act/index.ts';
import {
  listOfSettlements,
  prepareSettlement,
  requestSettlement,
} from '../../service/money/index.ts';
import { formText } from '../form-text.ts';
import { Button, Buttons, Field, Form, Heading, Notice } from '../look/index.ts';
import { moneyAddress, showMoney } from './money-page.tsx';
import { dateWords } from './money-words.tsx';

/** The form by which a settlement is prepared. */
export async function showPrepare(
  visit: Visit,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const { programme = '' } = visit.params;
  return showMoney(visit, async () => {
    const found = await visit.perform(listOfSettlements, { programme, most: 50 });
    if (!found.ok) return found.problems;
    const last = found.value.settlements.find(({ state }) => state === 'approved');
    const waiting = found.value.settlements.find(({ state }) => state === 'prepared');
    return {
      title: 'Prepare a settlement',
      trail: [{ label: 'Money', href: moneyAddress(programme) }],
      problems,
      children: (
        <>
          <Heading lead="Everything owed by a day is worked out; a colleague approves it.">
            Prepare a settlement
          </Heading>
          <p>
            Preparing pays nobody and tells nobody. You see what it comes to, what changed and who
            would be paid; it is owed only when somebody else with the duty of finance approver has
            approved it.
          </p>
          {last !== undefined && (
            <p>
              The last one that was approved is{' '}
              <a href={moneyAddress(programme, last.settlement)}>
                settlement {last.number}, as at {dateWords(last.asAt)}
              </a>
              .
            </p>
          )}
          {waiting !== undefined && (
            <Notice tone="attention" title={`Settlement ${waiting.number} waits for approval`}>
              <p>
                <a href={moneyAddress(programme, waiting.settlement)}>
                  Look at settlement {waiting.number}, as at {dateWords(waiting.asAt)}
                </a>
                . Preparing another sets it aside.
              </p>
            </Notice>
          )}
          <Form action={moneyAddress(programme, 'new')} values={valuesOf(visit)}>
            {waiting !== undefined && (
              <input type="hidden" name="insteadOf" value={waiting.settlement} />
            )}
            <Field
              kind="day"
              name="asAt"
              label="As at"
              hint="What was true by the end of this day counts."
            />
            <Field
              kind="day"
              name="knownAt"
              label="As far as known by"
              hint="A day before today. Facts that come in later are settled the next time."
              isOptional
            />
            <Buttons>
              <Button>{waiting === undefined ? 'Prepare it' : 'Prepare it anew'}</Button>
              <a href={moneyAddress(programme)}>Not now</a>
            </Buttons>
          </Form>
        </>
      ),
    };
  });
}

function valuesOf({ form, service }: Visit) {
  return form.asAt === undefined
    ? { asAt: lastMonthEnd(dayIn(service.store.timeZone, service.clock())) }
    : form;
}

/** Months are what most pages are settled by: the last one that is over. */
function lastMonthEnd(today: string): string {
  const first = dayNumber(`${today.slice(0, 7)}-01` as Day);
  return dayOf(addMonths(first, 0) - 1);
}

/** Prepares it, and leads to it. */
export async function takePrepare(visit: Visit): Promise<Answer> {
  const { programme = '' } = visit.params;
  const knownAt = formText(visit, 'knownAt');
  const insteadOf = formText(visit, 'insteadOf');
  const input = {
    programme,
    asAt: formText(visit, 'asAt'),
    ...(knownAt === '' ? {} : { knownAt }),
    ...(insteadOf === '' ? {} : { insteadOf }),
  };
  const done = await visit.perform(prepareSettlement, input);
  const isLarge = !done.ok && done.problems[0]?.code === 'settlement.too_large_at_once';
  if (isLarge) return askFor(visit, input);
  if (!done.ok) return showPrepare(visit, done.problems);
  const say = `Settlement ${done.value.number} is prepared and waits for approval.`;
  return { kind: 'go', to: moneyAddress(programme, done.value.settlement), say };
}

/** What is too much for one request is prepared by and by. */
async function askFor(visit: Visit, input: object): Promise<Answer> {
  const { programme = '' } = visit.params;
  const asked = await visit.perform(requestSettlement, input);
  return asked.ok
    ? { kind: 'go', to: moneyAddress(programme, 'requests', asked.value.request) }
    : showPrepare(visit, asked.problems);
}

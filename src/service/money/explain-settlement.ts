import { type Day, dayNumber } from '../../calendar/index.ts';
import type { Result } from '../../problem/index.ts';
import { restsOnOne } from '../../settlement/index.ts';
import { nobody } from '../../store/facts/index.ts';
import { findLine, findSettlement, getSummary, type Of } from '../../store/money/index.ts';
import type { Work } from '../act/index.ts';
import type { Answer } from '../settling/ask-why.ts';
import { explainStored } from '../stored/explain-stored.ts';
import { givenAgain } from '../stored/given-again.ts';
import type { AboutAsked } from '../stored/settling.ts';
import { pagesOf, settledUnder } from './pages-of.ts';
import { settlementNotThere } from './problems.ts';

/**
 * Answers why something is so in a settlement that is kept; nothing where there is no such line or
 * nothing known of such a participant. It is worked out again from what it rested on: for the
 * participant alone, unless the page looks at others beside them.
 */
export async function explainSettlement(
  work: Work,
  of: Of,
  about: AboutAsked,
): Promise<Result<Answer | undefined>> {
  const { tx } = work;
  const { programme } = of;
  const stored = await findSettlement(tx, of);
  if (stored === undefined) return { ok: false, problems: [settlementNotThere()] };
  const pages = await pagesOf(tx, programme, stored.versions);
  if (!pages.ok) return pages;
  const asked = await whoseIs(work, { ...of, currency: stored.currency }, about);
  if (asked === undefined) return { ok: true, value: undefined };
  const { whose } = asked;
  const { asAt, knownAt, factsThrough: through, factsCount } = stored;
  const isAlone = whose !== undefined && restsOnOne(pages.value.plan);
  return explainStored(work, {
    ...settledUnder(pages.value),
    programme,
    asAt: { trueBy: dayNumber(asAt as Day), knownBy: dayNumber(knownAt as Day) },
    through,
    facts: isAlone ? 0n : factsCount,
    about,
    participants: isAlone ? [nobody, whose] : undefined,
    given: async (erased) => {
      const own = isAlone ? erased.filter((each) => each === whose) : erased;
      return (await givenAgain(work, stored, own)).given;
    },
  });
}

type InSettlement = Of & Readonly<{ currency: string }>;

/** Of whom it is asked: of somebody, or of what is nobody's; nothing where no such line is. */
async function whoseIs(
  { tx }: Work,
  of: InSettlement,
  about: AboutAsked,
): Promise<Readonly<{ whose: string | undefined }> | undefined> {
  if ('participant' in about) return { whose: about.participant };
  const { line } = about;
  const found = await findLine(tx, { ...of, line });
  if (found !== undefined) return { whose: found.line.participant };
  const { forecast = [] } = (await getSummary(tx, of)).summary;
  const open = forecast.find((each) => each.line === line);
  return open && { whose: open.participant };
}

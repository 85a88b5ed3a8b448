import { dayInWords, daysAfter, monthAfter } from './days.ts';
import {
  examplePage,
  fill,
  pagesToMake,
  replaceAll,
  sectionOf,
  withoutNotes,
} from './page-text.ts';

/** A contract that is over: the terms and prices are those of an example, all else is made up. */
export async function finishedPage(): Promise<string> {
  const { finished } = await pagesToMake();
  return replaceAll(await examplePage(finished.example), finished.replace);
}

/** The days of the programme that is under way, dated around the day of loading. */
export function livingDays(today: string) {
  const from = monthAfter(today, -9);
  return {
    from,
    to: daysAfter(monthAfter(from, 48), -1),
    publishedOn: daysAfter(from, -45),
    appliedOn: daysAfter(from, -40),
    admittedOn: daysAfter(from, -30),
  };
}

/** What stands on the pages instead of days. */
function daysInText(today: string): Readonly<Record<string, string>> {
  const { from, to } = livingDays(today);
  const day = (days: number) => [`day${days}`, daysAfter(from, days)];
  return {
    from: dayInWords(from),
    to: dayInWords(to),
    joinsUntil: dayInWords(daysAfter(to, -365)),
    later: dayInWords(monthAfter(today, 4)),
    today: dayInWords(today),
    ...Object.fromEntries([20, 30, 44, 120].map(day)),
    day114InWords: dayInWords(daysAfter(from, 114)),
  };
}

/** A programme that is under way: a real rate card, and terms that are ours. */
export async function livingPage(today: string): Promise<string> {
  return fill(await livingText(), daysInText(today));
}

async function livingText(): Promise<string> {
  const { living } = await pagesToMake();
  const source = withoutNotes(await examplePage(living.example));
  const sections = ['People', 'Facts', 'Outcomes'].map((name) => [name, sectionOf(source, name)]);
  return fill(living.text, Object.fromEntries(sections));
}

/** A programme about safety, which goes by a neutral name wherever a link or a title could tell. */
export async function safetyPage(today: string): Promise<string> {
  const { safety } = await pagesToMake();
  const page = replaceAll(await examplePage(safety.example), safety.replace);
  const start = page.indexOf('\n## Examples\n');
  return fill(`${page.slice(0, start)}\n## Examples\n\n${safety.examples}`, daysInText(today));
}

/** A page on which much is still wrong, for the editor. */
export async function draftPage(today: string): Promise<string> {
  const { draft } = await pagesToMake();
  return fill(replaceAll(await livingText(), draft.replace), daysInText(today));
}

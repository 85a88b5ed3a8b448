import { type Day, dayNumber, formatDate } from '../../calendar/index.ts';
import { findTerm, forms } from '../../contract/index.ts';
import { checkApplication } from '../../market/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { KeptAnswers } from '../../store/joining/index.ts';
import type { Work } from '../act/index.ts';
import { actingFor } from '../programmes/acting-for.ts';
import { answersTo, textOf } from './answers.ts';
import type { JoiningPage } from './joining-page.ts';
import { joiningOver } from './problems.ts';
import { checkProviderName } from './provider-name.ts';

type Asked = Readonly<{
  answers: KeptAnswers;
  /** The hash of the page that is agreed to; left out while nothing is agreed to yet. */
  agreement?: string | undefined;
}>;

/** Everything that stands in the way of sending these answers to a page today. */
export async function applicationProblems(
  work: Work,
  { contract, form, programme }: JoiningPage,
  { answers, agreement }: Asked,
): Promise<readonly Problem[]> {
  const asked = answersTo(form.fields, answers);
  const agreed = agreement ?? form.page;
  const today = work.today as Day;
  const last = findTerm(contract.sections.market ?? [], forms.joining.joiningDays)?.last;
  const name = textOf(answers, 'name');
  const { organisation } = actingFor(work);
  const named = { programme: programme.id, organisation: organisation.id, name };
  return [
    ...(last !== undefined && today > last ? [joiningOver(formatDate(dayNumber(last)))] : []),
    ...checkApplication(form, { ...asked, agreement: agreed }, today),
    ...(name === '' ? [] : await checkProviderName(work, named)),
  ];
}

import type { OwnProgramme } from '../programmes/index.ts';

const sending: readonly string[] = ['commissioner', 'referrer'];

/** Whether an organisation sends people to providers: a provider refers nobody to another. */
export function sendsOn({ parts }: Pick<OwnProgramme, 'parts'>): boolean {
  return parts.some((part) => sending.includes(part));
}

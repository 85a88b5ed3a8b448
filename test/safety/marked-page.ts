import { northshire } from '../support/made-programmes.ts';

/** A title that tells what a programme is about. */
export const secretTitle = 'Refuge from violence at home';

/** Amounts of the example page, each as one that stands nowhere else; sums of examples follow. */
const marked: readonly (readonly [string, string])[] = [
  ['£2,250,000', '£2,257,913'],
  ['£5,000,000', '£5,019,283'],
  ['£410,000', '£413,657'],
  ['£40,000', '£40,326.88'],
  ['£8,200', '£8,219.63'],
  ['£2,400', '£2,417.93'],
  ['£5,390', '£5,607.74'],
  ['£570', '£628.22'],
  ['£4,730', '£4,793.57'],
  ['£660', '£667.31'],
  ['£350', '£356.83'],
  ['£220', '£271.39'],
];

/** The sum insured that providers show when they join; it is no price. */
export const insuredSum = '£5,019,283';

/** The example page with amounts that are known again wherever they turn up. */
export function markedPage(title = secretTitle): string {
  const text = marked.reduce((page, [from, to]) => page.replaceAll(from, to), northshire);
  return text.replace('# Leaving care well, Northshire', `# ${title}`);
}

/** The amounts of the page, as digits with a point where it has one. */
export const pageAmounts: readonly string[] = marked
  .filter(([, to]) => to !== insuredSum)
  .map(([, to]) => to.replace(/[£,]/g, ''));

// Values that differ by group stand in rows of the rate card (docs/language.md, Outcomes).
import { expect, test } from 'vitest';
import { aVersionOf, getOutcome } from '../../../test/support/makers/page.ts';
import { length, pounds } from '../../../test/support/makers/plan.ts';
import { fraction } from '../../money/index.ts';

test('what differs by group is taken from the row of the rate card that holds it', () => {
  const rows = [
    'outcome | young | older',
    '**Job**: employment for *time* in total within *window* of attachment, up to *often* times per person' +
      ' | £400 | £600',
    '**Better**: hope improves by at least *by*, once per person | £1 | £2',
    '**Earned**: earnings adding up to *sum*, once per person | £1 | £2',
    '**Fewer**: tutoring adding up to *hours*, once per person | £1 | £2',
    '*time* | 26 weeks | 13 weeks',
    '*window* | 52 weeks | 26 weeks',
    '*often* | 3 times | once',
    '*by* | 4 | 5.5',
    '*sum* | £900 | £800.50',
    '*hours* | 10 hours | 20 hours',
    '*most* | £1,000 | £2,000.50',
  ];
  const said = { Limits: ['No more than *most* is paid per person.'] };
  const version = aVersionOf({ groups: ['young', 'older'], rows, said });
  const shown = (group: string) => {
    const job = getOutcome(version, 'Job', group);
    const of = (name: string) => getOutcome(version, name, group).condition;
    const most = version.groups.get(group)?.limits.map((limit) => limit.most);
    return [
      job.condition,
      job.window?.length,
      job.times,
      of('Better'),
      of('Earned'),
      of('Fewer'),
      most,
    ];
  };
  expect(shown('young')).toMatchObject([
    { length: length('26 weeks') },
    length('52 weeks'),
    3,
    { by: fraction(4n) },
    { amount: fraction(900n) },
    { amount: fraction(10n) },
    [pounds(1000)],
  ]);
  expect(shown('older')).toMatchObject([
    { length: length('13 weeks') },
    length('26 weeks'),
    1,
    { by: fraction(11n, 2n) },
    { amount: fraction(1601n, 2n) },
    { amount: fraction(20n) },
    [fraction(200_050n)],
  ]);
});

import { dayInWords, daysAfter, monthAfter } from './days.ts';
import { examplePage, sectionOf, withoutNotes } from './example-text.ts';
import { brightFutures, council } from './people.ts';

// The page decides whether its people are to be hidden: here one is that shows all it may, and
// another is about people who may be in danger.
const noDanger = `## Footing

- Those served are in no danger from anyone they know.
`;

/** A contract that is over: the terms and prices are those of the example, all else is made up. */
export async function finishedPage(): Promise<string> {
  const page = await examplePage('care-leavers-reboot-west');
  return page
    .replace('# Care leavers, Reboot West', '# Leaving care, 2018 to 2022')
    .replace('Department for Education buys this', `${council} buys this`)
    .replaceAll('1625 Independent People', brightFutures)
    .replace('\n## People\n', `\n${noDanger}\n## People\n`)
    .replace(
      /> A social impact bond for [^\n]*/,
      '> The days, prices and sums are those of a social impact bond for young people leaving care around Bristol, and what happens here adds up to what was published of it (Government Outcomes Lab, INDIGO-POJ-0121). Who buys it here, who provides it and whom it serves is made up.',
    );
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

/** A programme that is under way: a real rate card, and terms that are ours. */
export async function livingPage(today: string): Promise<string> {
  const source = withoutNotes(await examplePage('fair-chance-depaul'));
  const { from, to } = livingDays(today);
  const joins = daysAfter(to, -365);
  return `# A home and a start

${council} buys this, in pounds sterling, from ${dayInWords(from)} to ${dayInWords(to)}.
It may spend £1,600,000 in all.
Working days are those of England.
Written in Outturn 1.

> Invented for showing. The outcomes and their prices are those of a Fair Chance Fund contract of 2015 (Government Outcomes Lab, INDIGO-POJ-0131 to 0137); the council, the terms beside them and everybody named are made up.

## Footing

- Power: section 1 of the Localism Act 2011.
- Footing: choice of each person, light touch.
- Accountable: Director of Housing.
- Facts are kept until 6 years after the last payment they support.

${sectionOf(source, 'People')}

- About 60 are expected in each year.

${sectionOf(source, 'Facts')}

## Promises

- Everyone is seen within 5 working days of referral; if not, they are offered another provider that day.
- Nobody is turned away while there is room; if anyone is, they are offered another provider that day.

${sectionOf(source, 'Outcomes')}

## Limits

- No more than £17,000 is paid per person.

## Payment

- Nothing is reserved; what is earned beyond the sum that may be spent is not paid.
- Outcomes are settled monthly and paid within 20 days.
- A statement may be questioned for 60 days, and is answered within 15 working days.
- Only what is disputed is held, for no more than 60 days; the rest is paid on time.

## Proof

- Every fact and claim is verified by the council's verification team.
- To show in accommodation, a document and the young person's own word by turns is enough.

## Market

- A provider may join on any day until ${dayInWords(joins)}.
- To join, a provider must be a registered body.
- To join, a provider must have insurance of £5,000,000, shown again every 12 months.
- To join, a provider must have a safeguarding lead.
- To join, a provider must not be excluded from public contracts.
- Joining is decided in 10 working days, with reasons.
- Those referred go to a provider of their own choice.
- Any number of providers may sign this page.
- A provider may leave on 90 days' notice.
- Outcomes in the 26 weeks after a provider leaves are paid to it in full.

## Learning

- This page is reviewed every 12 months.
- Prices may move by at most 10% at each yearly review, with 90 days' notice.

## Examples

${homeExample(from)}
`;
}

function homeExample(from: string): string {
  const attached = daysAfter(from, 30);
  const movedIn = daysAfter(attached, 14);
  const left = daysAfter(movedIn, 70);
  return `### Jess moves in, and on again after ten weeks

| day        | what happened                              |
| ---------- | ------------------------------------------ |
| ${attached} | attached to ${brightFutures}                 |
| ${attached} | initial assessment                         |
| ${movedIn} | in accommodation to ${dayInWords(left)} |

Pays £1,000: £500 for Assessed on ${attached}, £500 for Moved in on ${movedIn}.`;
}

/** A programme about safety, which goes by a neutral name wherever a link or a title could tell. */
export async function safetyPage(today: string): Promise<string> {
  const page = await examplePage('northshire');
  const { from, to } = livingDays(today);
  const start = page.indexOf('\n## Examples\n');
  const attached = daysAfter(from, 20);
  const level = daysAfter(from, 120);
  return `${page.slice(0, start)}
## Examples

### Sam qualifies

| day        | what happened              |
| ---------- | -------------------------- |
| ${attached} | attached to ${brightFutures} |
| ${level} | level 2                    |

Pays £4,730: £4,730 for Qualified on ${level}.
`
    .replace('# Leaving care well, Northshire', '# Leaving care well')
    .replace('from 1 April 2027 to 31 March 2032', `from ${dayInWords(from)} to ${dayInWords(to)}`)
    .replace('until 31 March 2030', `until ${dayInWords(daysAfter(to, -365))}`)
    .replace(/> Northshire is invented\.[^\n]*/, '> Invented for showing, as is everybody named.');
}

/** A page on which much is still wrong, for the editor. */
export async function draftPage(today: string): Promise<string> {
  const page = await livingPage(today);
  const from = monthAfter(today, 4);
  return page
    .replace('# A home and a start', '# Into work')
    .replace(/from [^\n]* to [^\n]*\.\n/, `from ${dayInWords(from)} to ${dayInWords(today)}.\n`)
    .replace('£4,500 |', '4,500 |')
    .replace('volunteering for 6 weeks', 'volunteers for 6 weeks')
    .replace('Pays £1,000:', 'Pays £1,500:')
    .replace('- Outcomes are settled monthly and', '- Outcomes get settled each month and');
}

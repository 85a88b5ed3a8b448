import { exampleRows } from './forms/examples.ts';
import { shapes } from './forms/fact-shapes.ts';
import { measureAdditions, measureCores } from './forms/measure.ts';
import { scheduleCells, scheduleRows } from './forms/measures.ts';
import { openingForms } from './forms/opening.ts';
import { additions, cores } from './forms/outcome.ts';
import { languageStart } from './language-start.ts';
import { type Section, sections } from './sections.ts';
import type { Form } from './wording/form.ts';
import { getPlaceType, placeTypeNames } from './wording/place-types.ts';

/** The reference of the language, made from the declarations of its sentence forms. */
export function languageReference(): string {
  const parts = [
    introduction,
    languageStart,
    atAGlance(),
    formTable('## Under the title', openingForms),
    ...sections.map(sectionReference),
    places(),
  ];
  return `${parts.join('\n\n')}\n`;
}

const introduction = `# The language of the page

A page is Markdown: a title (\`#\`), sentences under it, and sections (\`##\`) with fixed headings.
In a section each sentence is one item of a list (\`-\`). The rate card, the groups, the kinds of
fact and the worked examples are tables. A quotation (\`>\`) is a note and binds nobody. Anything
else that cannot be understood is a problem with its place and the nearest sentence that could be.

Sections may come in any order and may be left out; \`outturn show\` prints the tidy page. In the
wordings below \`{name: type}\` is a place to fill (the types are listed at the end),
\`{this | that}\` a choice, and \`[…]\` a part that may be left out. Capitals do not matter, lengths
may be written in words (six months), and the full stop at the end may be missing. What words mean
where a page is silent is in [settlement.md](settlement.md).`;

/** Every wording on a page or two, to find a sentence by. */
function atAGlance(): string {
  const parts = [
    glance('Under the title', openingForms),
    ...sections.flatMap((section) => {
      if (section.key === 'outcomes') {
        return [
          glance('Outcomes: what an outcome is', cores),
          glance('Outcomes: additions', additions),
          glance('Outcomes: beside the rate card', section.forms),
        ];
      }
      if (section.key === 'measures') {
        return [
          glance('Measures: what a measure is', measureCores),
          glance('Measures: additions', measureAdditions),
          glance('Measures: schedules', [...scheduleRows, ...scheduleCells]),
          glance('Measures: what they pay', section.forms),
        ];
      }
      if (section.key === 'examples') return [glance('Examples: what happened', exampleRows)];
      return section.forms.length > 0 ? [glance(section.heading, section.forms)] : [];
    }),
  ];
  return `## All wordings at a glance\n\n${parts.join('\n\n')}`;
}

function glance(heading: string, declared: readonly Form[]): string {
  const lines = declared.map(({ wording }) => `- \`${shownWording(wording)}\``);
  return `**${heading}**\n\n${lines.join('\n')}`;
}

function sectionReference(section: Section): string {
  const intro = `## ${section.heading}\n\n${section.about}`;
  switch (section.key) {
    case 'people':
      return `${intro}\n\n${groupsTable}\n\n${forms(section.forms)}`;
    case 'facts':
      return `${intro}\n\n${factsTable}\n\n${forms(shapes)}\n\n${factsNotes}`;
    case 'outcomes':
      return `${intro}\n\n${rateCard}\n\n${definitions()}\n\n${besides(section.forms)}`;
    case 'measures':
      return `${intro}\n\n${measures()}\n\n### What measures pay\n\n${forms(section.forms)}`;
    case 'examples':
      return `${intro}\n\n${exampleTable}\n\n${forms(exampleRows)}`;
    case 'clock':
      return `${intro}\n\n${periodsTable}\n\n${forms(section.forms)}`;
    case 'footing':
    case 'before':
    case 'promises':
    case 'prices':
    case 'limits':
    case 'payment':
    case 'proof':
    case 'voice':
    case 'market':
    case 'learning':
      return `${intro}\n\n${forms(section.forms)}`;
  }
}

const groupsTable = `\
A table of two columns: the name of the group, and who belongs to it in words that bind but are not
run. The group of a participant is the one recorded on the fact \`attached\`.

\`\`\`markdown
| group   | who                                                |
| ------- | -------------------------------------------------- |
| leaving | people aged 16 to 24 who have been in care         |
\`\`\``;

const factsTable = `\
A table of three columns: the kind of fact by the name that sentences and files use, its shape, and
who may record it (\`anyone\`, \`the landlord or the provider\`; \`payroll, else the provider\`
ranks them: for the same days the earlier named overrides the later).

\`\`\`markdown
| fact                      | shape                                | recorded by                |
| ------------------------- | ------------------------------------ | -------------------------- |
| in settled housing        | spell                                | the landlord               |
| employment                | spell with hours a week              | payroll, else the provider |
| level 1, level 2, level 3 | levels, lowest first                 | the awarding body          |
| goals score               | score from 0 to 40, higher is better | the person                 |
\`\`\`

The shapes:`;

const factsNotes = `\
Every page also has the kinds of [facts.md](facts.md): referred, attached, left and the like. An
outcome may rest on \`attached\` and on \`referred\`, and never on those that are not for pay.`;

const rateCard = `\
The rate card is one or more tables. The first column has the outcome in bold, with what it is after
a colon, or in an item below the table (\`- **Settled**: in settled housing …\`). The other columns
hold prices; a – means that the group cannot earn it. A column is headed by a group, by years of the
contract (\`year 1\`, \`years 2 to 3\`, \`from year 4\`), by a characteristic (\`area=Leeds\`), by
several of these set off by commas (\`leaving, year 1\`), or by \`price\` for everyone.

Rows below an outcome about a score may hold its tiers: \`at 5 to under 10\`, \`at 10 or more\`. For
"reaches" they are of the score, else of the difference from the first score. The outcome is paid
once, by the best tier that was reached; its own row has a – for each group.

Rows below an outcome may hold its bands instead: \`first 370\`, \`next 40\`, \`all further\`. Its
own row has a – for each group, and a sentence of Prices says what the bands count. An outcome has
the same bands for every group, and those of all groups fill them together.

A row that begins with a name in italics holds something other than prices that differs by group
(\`26 weeks\`, \`13 times\`, \`£8,200\`, \`10\`); sentences then use the name in italics in place of
the value.

\`\`\`markdown
| outcome                                                          |    young |    older |
| ---------------------------------------------------------------- | -------: | -------: |
| **Job**: employment for *time in work* in total, once per person |     £400 |     £600 |
| *time in work*                                                   | 26 weeks | 13 weeks |
\`\`\``;

function definitions(): string {
  return `### What an outcome is

A definition is one of these, and then any of the additions below, set off by commas where that
reads better. Kinds of fact stand in it by their names, so a state is best named as one says it:
\`in hospital\`, \`on benefit\`.

Counting begins on the day of the attachment for an outcome "per attachment", on that of the first
attachment for one "per person", and on that of the referral for one "per referral" or with a window
"of referral"; nothing before that day counts. Where no referral is recorded, the attachment stands
for it. Only verified facts count unless the outcome says otherwise.

${forms(cores)}

### Additions to a definition

${forms(additions)}`;
}

function besides(declared: readonly Form[]): string {
  return `### Sentences beside the rate card\n\n${forms(declared)}`;
}

function measures(): string {
  return `\
Each measure is an item of the list: its name in bold, and what it is after a colon, one of the
following and then any of the additions. It says whose number it is, when it is taken, whether it is
for each provider or for the programme, and what those count as of whom the outcome is not known.

\`\`\`markdown
- **Fewer jail days**: as estimated by the evaluator for those referred over the whole contract, for
  the programme, counting the estimate itself.
\`\`\`

Everybody referred, or attached, on a day of the cohort belongs to it, whatever became of them; only
those set aside do not, from the day on which they are. A named cohort is a period of the dated
table of Clock and endings. A measure reads facts and outcomes, never money, and its exact value is
compared, never a rounded one. What the words mean is worked out in [settlement.md](settlement.md).

### What a measure is

${forms(measureCores)}

### Additions to a measure

${forms(measureAdditions)}

### A schedule

A table says what a measure pays at each value. Its rows begin with \`under\`, end with \`or more\`
and leave no gap and no overlap between them.

\`\`\`markdown
| **Fewer jail days** |                                              pays |
| ------------------- | ------------------------------------------------: |
| under 20%           |                                                £0 |
| 20% to under 30%    |                           £160,000 for each point |
| 30% to under 65%    | £4,800,000 and £38,000 for each point above 30% |
| 65% or more         |                                        £6,130,000 |
\`\`\`

${forms(scheduleRows)}

${forms(scheduleCells)}`;
}

const exampleTable = `\
Under a heading of its own (\`###\`), a table of days and what happened, and a line of what it pays.
\`outturn try\` runs it. What a line pays is shared by outcome and day; it is settled as at a day
after everything has happened, unless it begins "As at 1 March 2028, pays …". Lines of nothing need
not be said, and "Pays £660." alone is enough.

\`\`\`markdown
### Sam settles

| day        | what happened                      |
| ---------- | ---------------------------------- |
| 2027-05-04 | attached to Bright Futures         |
| 2027-05-10 | in settled housing to 1 March 2028 |

Pays £660: 3 × £220 for Settled on 2027-08-08, 2027-11-07 and 2028-02-06.
\`\`\`

An example of several has a column between the two, \`who\`: a name for each, and nothing where it
happens to a provider. It is about the whole contract, as is one in which a provider joins, and pays
every line: grants, pots and measures too. Any other is about one, and pays what that one achieves
and what else it names, as in "£1,000 for grant on 2027-04-30". The words for lines that are no
outcome's and no measure's are grant, fee, advance, pot, guarantee, deduction and adjustment; what
is taken off has a minus, as in -£400.

\`\`\`markdown
| day        | who | what happened              |
| ---------- | --- | -------------------------- |
| 2027-04-10 |     | Bright Futures joined      |
| 2027-05-04 | Ann | attached to Bright Futures |
| 2027-05-06 | Ben | attached to Bright Futures |
\`\`\`

What may stand in the last column:`;

const periodsTable = `\
A table of three columns may give dates a name: a period, its first and its last day. A
milestone is a period of one day. Outcomes then say \`in summer term 2028\`.

\`\`\`markdown
| period           | from       | to         |
| ---------------- | ---------- | ---------- |
| summer term 2028 | 2028-04-17 | 2028-07-21 |
\`\`\``;

function formTable(heading: string, declared: readonly Form[]): string {
  return `${heading}\n\n${forms(declared)}`;
}

function forms(declared: readonly Form[]): string {
  return declared.map(formReference).join('\n\n');
}

function formReference({ wording, meaning, example }: Form): string {
  return `**\`${shownWording(wording)}\`**\n\n${meaning}\n\n> ${example}`;
}

/** `{most:money}` is shown as `{most: money}`, and a choice by its options alone. */
function shownChoice(options: readonly string[]): string {
  return options.length === 1 ? options.join('') : `{${options.join(' | ')}}`;
}

function shownWording(wording: string): string {
  return wording
    .replace(/\s+/g, ' ')
    .replaceAll('[ ', ' [')
    .replace(/\{\w+:([^}|]+)\}/g, (place) => place.replace(':', ': '))
    .replace(/\{\w+:([^}]*\|[^}]*)\}/g, (_, options: string) =>
      shownChoice(options.split('|').filter((text) => text !== '')),
    );
}

function places(): string {
  const rows = placeTypeNames.map((name) => {
    const type = getPlaceType(name);
    return `| ${name} | ${type.expects} | ${type.example} |`;
  });
  return [
    '## Types of place',
    '',
    '| type | what it holds | example |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}

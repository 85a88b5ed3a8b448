/** The smallest page that pays for something: what the language reference begins with. */
export const smallestPage = `\
# Leaving care well, Northshire

Northshire Council buys this, in pounds sterling, from 1 April 2027 to 31 March 2032.
Written in Outturn 1.

## People

| group   | who                                        |
| ------- | ------------------------------------------ |
| leaving | people aged 16 to 24 who have been in care |

## Facts

| fact               | shape | recorded by  |
| ------------------ | ----- | ------------ |
| in settled housing | spell | the landlord |

## Outcomes

| outcome                                                                          | leaving |
| -------------------------------------------------------------------------------- | ------: |
| **Settled**: in settled housing for 13 weeks in one go, up to 5 times per person |    £220 |

## Examples

### Sam settles

| day        | what happened                      |
| ---------- | ---------------------------------- |
| 2027-05-04 | attached to Bright Futures         |
| 2027-05-10 | in settled housing to 1 March 2028 |

Pays £660: 3 × £220 for Settled on 2027-08-08, 2027-11-07 and 2028-02-06.
`;

/** What somebody needs to know before the first sentence of a page. */
export const languageStart = `## The smallest page

\`\`\`markdown
${smallestPage.trimEnd()}
\`\`\`

\`outturn new\` starts a longer one.

## What a page must say

- Who buys, in which currency, from when to when; and the version of the language.
- Whom it serves, and which facts are recorded: or that no one is counted.
- What each outcome of the rate card is, how often it can be achieved, and within what: once per
  person, per attachment or per referral.
- Of what does not happen: in which window, and by whose complete record, or that it is presumed.
- Of a reliable change: how large it is.
- Of a measure: of which people, for whom, taken when, and what those not known count as.
- Of a measure that counts facts: by whose complete record, or that it is presumed.
- Of working days: those of which place, if anything is counted in them.
- Of bands in the rate card: what they count, for whom, over which time, and whether each is paid at
  its own price or all at that of the band reached.
- Of a limit of one payer: who pays what is beyond it, or that it is not paid.
- Of a sum that may be spent: whether each attachment reserves a part of it, or what is earned
  beyond it is not paid.

A page that names no worked example, or takes more than one sheet of A4, is warned of. A warning is
put aside by a sentence in Learning that says why.

## Names, lists and free words

A **name** (of a group, a kind of fact, an outcome, a row, a period) is letters, digits, spaces,
hyphens, apostrophes, slashes and brackets, and begins with a letter or digit. It is declared once,
may be used above or below that place, and has the same meaning whatever its capitals. Where two
names let a sentence say two things, that is a problem and not a choice.

**Lists** of kinds of fact are joined by "or", since any one of them is enough: \`in hospital or in
custody\`; \`level 2, employment or tutoring\`. Lists of outcomes are joined by "and", since all are
meant: \`Settled, Qualified and In work\`. \`level 2 or above\` is that level and those after it in
its row of Facts.

**Free words** (the type \`words\`) bind and are printed, and are not run. They end where the next
words of the sentence begin, hold none of \`* | < > \\ [ ] _ ~ #\` and no backtick, and never run on
into a second sentence.`;

/** A page on which nothing is wrong, small enough to be changed in a test. */
export const smallPage = `# Leaving care well

Northshire Council buys this, in pounds sterling, from 1 April 2027 to 31 March 2032.
Written in Outturn 1.

## People

| group   | who                                                      |
| ------- | -------------------------------------------------------- |
| leaving | people aged 16 to 24 who have been in the council's care |

## Facts

| fact               | shape      | recorded by |
| ------------------ | ---------- | ----------- |
| in settled housing | spell      | anyone      |
| level 2            | occurrence | anyone      |

## Outcomes

| outcome                                                                          | leaving |
| -------------------------------------------------------------------------------- | ------: |
| **Settled**: in settled housing for 13 weeks in one go, up to 5 times per person |    £220 |
| **Qualified**: level 2, once per person                                          |  £4,730 |

## Examples

### Sam settles

| day        | what happened                       |
| ---------- | ----------------------------------- |
| 2027-05-04 | attached to Bright Futures          |
| 2027-05-10 | in settled housing to 1 March 2028  |

Pays £660: 3 × £220 for Settled on 2027-08-08, 2027-11-07 and 2028-02-06.
`;

/** Facts about Sam and Kim: £880 by the end of 2027, and one claim that waits. */
export const smallFacts = `id,kind,participant,provider,group,day,from,to,known,state
A1,attached,Sam,Bright Futures,leaving,2027-05-04,,,,
F1,in settled housing,Sam,,,,2027-05-10,2028-03-01,,
A2,attached,Kim,Harbour House,leaving,2027-06-01,,,,
F2,in settled housing,Kim,,,,2027-06-01,2027-08-30,,
F3,level 2,Kim,,,2027-07-01,,,,claimed
`;

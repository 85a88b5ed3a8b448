import type { Duty } from '../access/index.ts';

/** One of the invented people of the demonstration, and what they show. */
export type SignIn = Readonly<{ email: string; password: string; what: string }>;

/** The password of everybody in the demonstration, which anyone may know. */
export const password = 'lantern meadow kettle nine';

/** An invented person of an invented organisation. */
export type Person = Readonly<{
  email: string;
  name: string;
  duties: readonly Duty[];
  /** In the list of those to sign in as. */
  what: string;
}>;

export type Organisation = Readonly<{ name: string; people: readonly [Person, ...Person[]] }>;

/** The council that buys all of it. */
export const council = 'Northshire Council';

/** Who pays a part of what becomes of it. */
export const health = 'Northshire Health';

/** Providers: two that serve, and one that would like to. */
export const brightFutures = 'Bright Futures';
export const harbourHouse = 'Harbour House';
export const secondStep = 'Second Step Homes';

/** The first person of each is the administrator who is entered with it. */
export const organisations: readonly Organisation[] = [
  {
    name: council,
    people: [
      {
        email: 'alan@northshire.example',
        name: 'Alan Whitcombe',
        duties: ['administrator'],
        what: 'lets people in',
      },
      {
        email: 'ruth@northshire.example',
        name: 'Ruth Adeyemi',
        duties: ['commissioner'],
        what: 'writes the pages',
      },
      {
        email: 'tom@northshire.example',
        name: 'Tom Hale',
        duties: ['publisher'],
        what: 'publishes them',
      },
      {
        email: 'mei@northshire.example',
        name: 'Mei Lin',
        duties: ['verifier'],
        what: 'verifies claims',
      },
      {
        email: 'omar@northshire.example',
        name: 'Omar Siddiqui',
        duties: ['finance_preparer'],
        what: 'prepares payments',
      },
      {
        email: 'grace@northshire.example',
        name: 'Grace Okafor',
        duties: ['finance_approver'],
        what: 'approves them',
      },
      {
        email: 'dan@northshire.example',
        name: 'Dan Price',
        duties: ['case_worker'],
        what: 'refers people, sees no money',
      },
      {
        email: 'ines@northshire.example',
        name: 'Ines Ferreira',
        duties: ['auditor'],
        what: 'checks all of it',
      },
    ],
  },
  {
    name: health,
    people: [
      {
        email: 'nadia@northshirehealth.example',
        name: 'Nadia Rahman',
        duties: ['administrator', 'finance_preparer'],
        what: 'pays its part of homes that last',
      },
    ],
  },
  {
    name: brightFutures,
    people: [
      {
        email: 'joan@brightfutures.example',
        name: 'Joan Ellis',
        duties: ['administrator'],
        what: 'signs for it',
      },
      {
        email: 'sara@brightfutures.example',
        name: 'Sara Nolan',
        duties: ['provider_staff'],
        what: 'serves people',
      },
      {
        email: 'ben@brightfutures.example',
        name: 'Ben Achebe',
        duties: ['provider_finance'],
        what: 'reads statements',
      },
    ],
  },
  {
    name: harbourHouse,
    people: [
      {
        email: 'kit@harbourhouse.example',
        name: 'Kit Brennan',
        duties: ['administrator'],
        what: 'signs for it',
      },
      {
        email: 'leo@harbourhouse.example',
        name: 'Leo Marsh',
        duties: ['provider_staff'],
        what: 'serves people',
      },
      {
        email: 'priya@harbourhouse.example',
        name: 'Priya Nair',
        duties: ['provider_finance'],
        what: 'reads statements',
      },
    ],
  },
  {
    name: secondStep,
    people: [
      {
        email: 'hana@secondstep.example',
        name: 'Hana Kovac',
        duties: ['administrator', 'provider_staff'],
        what: 'has applied to join',
      },
    ],
  },
];

/** Whom to sign in as, to see what each duty sees. */
export const signIns: readonly SignIn[] = organisations.flatMap(({ name: organisation, people }) =>
  people.map(({ email, duties, what }) => {
    const duty = duties.join(' and ').replaceAll('_', ' ');
    return { email, password, what: `${duty} of ${organisation}: ${what}` };
  }),
);

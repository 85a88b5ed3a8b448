/** What one does at a place of the service, and what happens next. */
export type HelpTopic = Readonly<{
  id: string;
  title: string;
  /** The addresses that it is about, the first fitting topic being theirs. */
  about: RegExp;
  /** In the order in which it goes. */
  steps: readonly string[];
}>;

const inProgramme = '^/programmes/[^/]+/';

/** Help by place, in the order in which the work goes. */
export const helpTopics: readonly HelpTopic[] = [
  {
    id: 'writing',
    title: 'Writing a page',
    about: new RegExp(`${inProgramme}edit(?!/put-forward)|^/programmes/new$|^/sentences$`),
    steps: [
      'Type as in any text. What cannot be understood is marked, with what to write instead.',
      'Worked examples at the end of the page run as you type, and must pay what they say.',
      'Keep the draft as often as you like: every text that was kept can be gone back to.',
      'If the connection is lost the text stays where it is; keep it again once it is back.',
      'With nothing left to put right, put it forward: somebody else reads and publishes it.',
    ],
  },
  {
    id: 'publishing',
    title: 'Publishing a page',
    about: new RegExp(`${inProgramme}(put-forward|edit/put-forward)`),
    steps: [
      'A publisher, who is not the person that put it forward, reads the whole page.',
      'A later version shows which terms differ and what it would pay on the same facts.',
      'It says whether it binds those who have signed, or only those who sign it.',
      'Published, it is public at once and can be joined. Refused, it goes back with a reason.',
    ],
  },
  {
    id: 'joining',
    title: 'Joining as a provider',
    about: new RegExp(`${inProgramme}(join|provider)(/|$)|^/applications$|^/sign-up$`),
    steps: [
      'The form asks for what the page asks for, and nothing else. Save it and go on another day.',
      'An administrator of your organisation sends it, and agrees to the page by that.',
      'You are told by which day it is decided. Refused, you read which conditions were not met.',
      'Admitted, you are open to referrals. Show conditions again before they run out.',
    ],
  },
  {
    id: 'deciding',
    title: 'Deciding on providers',
    about: new RegExp(`${inProgramme}(applications|providers)`),
    steps: [
      'Those that wait longest come first, each with the day by which the page has it decided.',
      'You decide by the conditions of the page alone. A refusal names each that is not met.',
      'Once admitted, a provider may be paused for new referrals; those it serves stay with it.',
    ],
  },
  {
    id: 'facts',
    title: 'Recording what happened',
    about: new RegExp(`${inProgramme}(facts|participants)`),
    steps: [
      'Send a file of your own system, or record facts one by one. References stand for people.',
      'All rows of a file come in, or none. Rows at fault are given back to be mended.',
      'What the page has verified waits for a verifier. Attach what shows it, now or later.',
      'A mistake is not overwritten: a further fact takes the place of the one that was wrong.',
    ],
  },
  {
    id: 'verification',
    title: 'Verifying claims',
    about: new RegExp(`${inProgramme}verification`),
    steps: [
      'Look at what is claimed, at what shows it, and at what the page takes as enough.',
      'Verify it, reject it with a reason, or ask to be shown more. The next one comes up.',
      'Where the page says so, a claim that nobody decides in time counts as verified.',
      'A finding can be undone by somebody else, who decides again.',
    ],
  },
  {
    id: 'settlements',
    title: 'Settling and paying',
    about: new RegExp(`${inProgramme}(settlements|payments|journal)`),
    steps: [
      'A settlement is prepared as at a day. It shows every line, and what changed since the last.',
      'Each line says why it is what it is: the clause, the facts, the price, the limits.',
      'Somebody else approves it. Then providers have their statements, and you the payment file.',
      'Payments count as made when the bank or the ledger of the payer says so.',
    ],
  },
  {
    id: 'disputes',
    title: 'Questioning a line',
    about: new RegExp(`${inProgramme}disputes`),
    steps: [
      'A provider questions a line of its statement with a reason. What is questioned may be held.',
      'The commissioner answers. When it is ended, the next settlement pays or takes back.',
    ],
  },
  {
    id: 'organisation',
    title: 'Your organisation and your account',
    about: /^\/(organisation|account|invitation)/,
    steps: [
      'An administrator invites people by a link and gives them duties, which can be taken away.',
      'Whoever has lost every way of signing in is given a way back by an administrator.',
      'Under your account stand your ways of signing in, your sign-ins and your tokens.',
    ],
  },
];

/** Where help for an address stands. */
export function helpFor(path: string): string {
  const found = helpTopics.find(({ about }) => about.test(path));
  return found === undefined ? '/help' : `/help#${found.id}`;
}

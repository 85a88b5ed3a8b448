import type { JSX } from 'preact';
import type { Answer, Visit } from '../../http/index.ts';
import { type Duty, dutyNames } from '../../service/access/index.ts';
import { Facts, Heading } from '../look/index.ts';
import { showPage } from '../show.tsx';
import { helpTopics } from './topics.ts';

const lead =
  'Public services are bought here by their results. One page is the contract, and it runs.';

/** What each duty is for, in the order in which the work goes. */
const dutyWork: Readonly<Record<Duty, string>> = {
  commissioner: 'Writes the page, puts it forward, and decides on providers that apply.',
  publisher: 'Publishes or refuses a page that somebody else put forward, up to a limit in money.',
  verifier: 'Accepts or rejects what providers claim, one by one, with a coded reason.',
  finance_preparer: 'Prepares a settlement as at a day.',
  finance_approver: 'Approves or refuses a settlement that somebody else has prepared.',
  provider_staff: 'Records what happens to the people whom the provider serves.',
  provider_finance: 'Reads the provider’s statements, and disputes a line.',
  case_worker: 'Refers people and records what they choose. Is never shown an amount of money.',
  auditor: 'Reads everything recorded, verifies the chain, and works out any settlement again.',
  administrator: 'Invites people into the organisation, and gives and takes duties.',
};

/** What this is, who does what, and where to go next. */
export function showHelp(visit: Visit): Answer {
  return showPage(
    visit,
    { title: 'Help' },
    <>
      <Heading lead={lead}>Help</Heading>
      <How />
      <Topics />
      <h2>Who does what</h2>
      <p>
        Duties are given by an administrator of the organisation. Whoever prepares a thing never
        decides on it, and whoever records a fact never verifies it.
      </p>
      <Facts facts={dutyFacts()} />
      <Providers visit={visit} />
      <Programs />
    </>,
  );
}

function How(): JSX.Element {
  return (
    <>
      <h2>How it goes</h2>
      <ol>
        <li>
          A commissioner writes a page: which people, which outcomes, what is paid. It is checked as
          it is typed, and its worked examples must pay what they say.
        </li>
        <li>Somebody else publishes it. From then on the page is the contract.</li>
        <li>Any provider that meets the conditions on the page joins, on any day.</li>
        <li>People are referred, and choose. What happens to them is recorded and verified.</li>
        <li>
          The page works out what is owed, to the penny, with the reason for every line. One person
          prepares the settlement and another approves it.
        </li>
      </ol>
    </>
  );
}

function Topics(): JSX.Element {
  return (
    <>
      <nav aria-label="Help by place">
        <ul class="topics">
          {helpTopics.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {helpTopics.map(({ id, title, steps }) => (
        <section key={id} id={id} class="topic">
          <h2>{title}</h2>
          <ol>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function dutyFacts() {
  return Object.entries(dutyWork).map(([duty, work]) => ({
    name: capital(dutyNames[duty as Duty]),
    value: work,
  }));
}

function Providers({ visit }: Readonly<{ visit: Visit }>): JSX.Element {
  const isNew = visit.actor.kind !== 'account';
  return (
    <>
      <h2>If you provide services</h2>
      <p>
        Look through the <a href="/">open programmes</a>. Each says what it pays for and what you
        must show to join. <a href="/sentences">Every sentence that a page may hold</a> is
        explained.
      </p>
      <p>
        {isNew ? <a href="/sign-up">Enter your organisation</a> : 'Open the one you want'}, then
        apply: you are told by which day the decision falls.
      </p>
    </>
  );
}

function Programs(): JSX.Element {
  return (
    <>
      <h2>For programs</h2>
      <p>
        Everything that can be done on a screen can be done by a program.{' '}
        <a href="/openapi.json">The description of the API</a> is OpenAPI 3.1; a token is made under
        your own account and never reaches further than you do.
      </p>
    </>
  );
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

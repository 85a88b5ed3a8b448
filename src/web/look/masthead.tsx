import type { JSX } from 'preact';
import { Form } from './form.tsx';
import type { Frame, FramePerson } from './frame.ts';

/** So few places stand beside the name on a phone; more are folded into a menu there. */
const placesUnfoldedMost = 2;

/** The head of every page: whose it is, who is signed in and for whom, and where one can go. */
export function Masthead({ frame }: Readonly<{ frame: Frame }>): JSX.Element {
  const { neutralName, person, places } = frame;
  const isFolded = places.length > placesUnfoldedMost;
  return (
    <header class="masthead">
      <div class="masthead-top">
        {neutralName === undefined ? (
          <a class="wordmark" href="/">
            Outturn
          </a>
        ) : (
          <span class="edge-name">{neutralName}</span>
        )}
        {isFolded && <PlacesMenu frame={frame} />}
        {person !== undefined && <Person person={person} />}
        {places.length > 0 && (
          <nav class={isFolded ? 'places places-wide' : 'places'} aria-label="Main">
            <Places frame={frame} hasLetters />
          </nav>
        )}
      </div>
    </header>
  );
}

type PlacesProps = Readonly<{ frame: Frame; hasLetters?: boolean }>;

function Places({ frame: { path, places }, hasLetters = false }: PlacesProps): JSX.Element {
  return (
    <ul>
      {places.map(({ label, href, letter }) => (
        <li key={href}>
          <a
            href={href}
            aria-current={currentAt(path, href)}
            data-letter={hasLetters ? letter : undefined}
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The same places on a phone, where a row of them would take the room of what is read. */
function PlacesMenu({ frame }: Readonly<{ frame: Frame }>): JSX.Element {
  return (
    <nav class="places-menu" aria-label="Main">
      <details class="drop" name="masthead">
        <summary>Menu</summary>
        <div class="drop-menu">
          <Places frame={frame} />
        </div>
      </details>
    </nav>
  );
}

function currentAt(path: string, href: string): 'page' | 'true' | undefined {
  if (path === href) return 'page';
  return href !== '/' && path.startsWith(`${href}/`) ? 'true' : undefined;
}

function Person({ person }: Readonly<{ person: FramePerson }>): JSX.Element {
  const { name, organisation, others, links, switchAction, signOutAction } = person;
  return (
    <details class="drop person" name="masthead">
      <summary>
        <span class="person-name">{name}</span>
        {organisation !== undefined && <span class="person-organisation">{organisation}</span>}
      </summary>
      <div class="drop-menu">
        {others.length > 0 && (
          <Form action={switchAction} name="switch">
            <p class="person-said">Act for another organisation</p>
            {others.map(({ label, value }) => (
              <button key={value} type="submit" name="value" value={value}>
                {label}
              </button>
            ))}
          </Form>
        )}
        {links.map(({ label, href }) => (
          <a key={href} href={href}>
            {label}
          </a>
        ))}
        <Form action={signOutAction} name="sign-out">
          <button type="submit">Sign out</button>
        </Form>
      </div>
    </details>
  );
}

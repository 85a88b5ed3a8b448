import type { JSX } from 'preact';
import { Form } from './form.tsx';
import type { Frame, FramePerson } from './frame.ts';

/** The head of every page: whose it is, who is signed in and for whom, and where one can go. */
export function Masthead({ frame }: Readonly<{ frame: Frame }>): JSX.Element {
  const { neutralName, person, places } = frame;
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
        {person !== undefined && <Person person={person} />}
      </div>
      {places.length > 0 && (
        <nav class="places" aria-label="Main">
          <ul>
            {places.map(({ label, href, letter }) => (
              <li key={href}>
                <a href={href} aria-current={currentAt(frame.path, href)} data-letter={letter}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

function currentAt(path: string, href: string): 'page' | 'true' | undefined {
  if (path === href) return 'page';
  return href !== '/' && path.startsWith(`${href}/`) ? 'true' : undefined;
}

function Person({ person }: Readonly<{ person: FramePerson }>): JSX.Element {
  const { name, organisation, others, links, switchAction, signOutAction } = person;
  return (
    <details class="person">
      <summary>
        <span class="person-name">{name}</span>
        {organisation !== undefined && <span class="person-organisation">{organisation}</span>}
      </summary>
      <div class="person-menu">
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

import type { JSX } from 'preact';
import type { Static } from 'typebox';
import type { kindsOfProgramme } from '../../service/facts-in/index.ts';
import { begun } from './words.ts';

type Kind = Static<(typeof kindsOfProgramme)['output']>['kinds'][number];

export type KindChoiceProps = Readonly<{ action: string; kinds: readonly Kind[] }>;

/** What can be recorded, in groups, each with what it means: one choice leads to its form. */
export function KindChoice({ action, kinds }: KindChoiceProps): JSX.Element {
  const grouped = Object.keys(builtIn).flatMap((group) => Object.keys(builtIn[group] ?? {}));
  const own = kinds.filter(({ name, isBuiltIn }) => !isBuiltIn || !grouped.includes(name));
  return (
    <>
      <Group title="What the page rests on" kinds={own} action={action} />
      {Object.entries(builtIn).map(([title, meanings]) => (
        <Group
          key={title}
          title={title}
          kinds={kinds.filter(({ name, isBuiltIn }) => isBuiltIn && name in meanings)}
          action={action}
        />
      ))}
    </>
  );
}

type Meanings = Readonly<Record<string, string>>;

/** The kinds that every page has, as docs/facts.md says what they are. */
const builtIn: Readonly<Record<string, Meanings>> = {
  'Who comes and goes': {
    referred: 'They were sent to a provider.',
    offered: 'A place or help was offered to them.',
    refused: 'What was offered was refused.',
    chosen: 'They chose a provider.',
    attached: 'A provider begins to work with them.',
    left: 'The last day on which a provider works with them.',
  },
  'How it goes': {
    'first contact': 'The day on which they were first met.',
    'last contact': 'The day on which they were last met.',
    waiting: 'They wait for the help, from one day to another.',
    paused: 'Their part rests, from one day to another.',
    says: 'What they say when they are asked, as a number.',
  },
};

type GroupProps = Readonly<{ title: string; kinds: readonly Kind[]; action: string }>;

function Group({ title, kinds, action }: GroupProps): JSX.Element | null {
  if (kinds.length === 0) return null;
  return (
    <section class="kinds">
      <h2>{title}</h2>
      <ul>
        {kinds.map((kind) => (
          <li key={kind.name}>
            <a href={`${action}&kind=${encodeURIComponent(kind.name)}`}>{begun(kind.name)}</a>
            <p>{meaningOf(kind)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function meaningOf(kind: Kind): string {
  const known = Object.values(builtIn).find((meanings) => kind.name in meanings)?.[kind.name];
  if (kind.isBuiltIn && known !== undefined) return known;
  const { shape, unit, isVerified } = kind;
  const said = unit === undefined ? shapes[shape] : `${shapes[shape]}, with ${unit}`;
  return isVerified ? `${said}; verified before it counts.` : `${said}.`;
}

const shapes: Readonly<Record<Kind['shape'], string>> = {
  spell: 'From one day to another',
  occurrence: 'On a day',
  score: 'A number on a day',
};

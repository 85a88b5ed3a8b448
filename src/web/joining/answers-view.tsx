import type { JSX } from 'preact';
import { type Day as CalendarDay, parseDay } from '../../calendar/index.ts';
import { Day, Facts } from '../look/index.ts';
import { type Answer, documentWords } from './joining-field.tsx';

export type AnswersViewProps = Readonly<{
  answers: readonly Answer[];
  /** Where documents can be had, by whoever decides. */
  documentsAt?: string | undefined;
}>;

/** What was answered, a line for each field. */
export function AnswersView({ answers, documentsAt }: AnswersViewProps): JSX.Element | null {
  const given = answers.filter(
    ({ value = '', document }) => value !== '' || document !== undefined,
  );
  if (given.length === 0) return null;
  return (
    <Facts
      facts={given.map(({ label, value = '', document }) => ({
        name: label,
        value: document === undefined ? said(value) : <Kept document={document} at={documentsAt} />,
      }))}
    />
  );
}

type DocumentProps = Readonly<{
  document: NonNullable<Answer['document']>;
  at: string | undefined;
}>;

function Kept({ document, at }: DocumentProps): JSX.Element {
  const { id, expiresOn } = document;
  const words = id === undefined ? 'Not handed in' : documentWords(document);
  return (
    <>
      {id === undefined || at === undefined ? words : <a href={`${at}/${id}`}>{words}</a>}
      {expiresOn !== undefined && (
        <>
          , holds until <Until written={expiresOn} />
        </>
      )}
    </>
  );
}

// What was typed and is no day stands as it was typed.
function Until({ written }: Readonly<{ written: string }>): JSX.Element {
  const isDay = parseDay(written) !== undefined;
  return isDay ? <Day day={written as CalendarDay} /> : <span>{written}</span>;
}

function said(value: string): string {
  return value === 'yes' ? 'Yes' : value;
}

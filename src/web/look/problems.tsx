import type { JSX } from 'preact';
import type { Problem } from '../../problem/index.ts';
import { Excerpt } from './excerpt.tsx';
import { fieldId } from './field-id.ts';
import { labelled, useLabels } from './labels.ts';
import { Sign } from './sign.tsx';

export type ProblemsProps = Readonly<{
  problems: readonly Problem[];
  /** What they are about, where "There is a problem" says too little. */
  title?: string | undefined;
}>;

/**
 * What is to be put right, as everywhere: place, excerpt, message, help. One with a field is said
 * after its label and leads to it. The layout shows its page's own; an editor shows those of its
 * text with this.
 */
export function Problems({ problems, title }: ProblemsProps): JSX.Element | null {
  const labels = useLabels();
  if (problems.length === 0) return null;
  const isWrong = problems.some(({ severity }) => severity === 'error');
  return (
    <section class={`problems problems-${isWrong ? 'bad' : 'attention'}`} role="alert">
      <h2>
        <Sign tone={isWrong ? 'bad' : 'attention'} />
        {title ?? titleOf(problems, isWrong)}
      </h2>
      <ol>
        {inOrderOfFields(problems, labels).map((problem, at) => (
          <li key={`${at} ${problem.code}`}>
            <One problem={problem} />
          </li>
        ))}
      </ol>
    </section>
  );
}

// Rules are checked in an order of their own; whoever puts a form right goes down it. Labels are
// learnt from its top to its end; what is at no field comes first.
function inOrderOfFields(
  problems: readonly Problem[],
  labels: ReadonlyMap<string, string>,
): readonly Problem[] {
  const fields = [...labels.keys()];
  const place = ({ at: { field } }: Problem) => (field === undefined ? -1 : fields.indexOf(field));
  return problems.toSorted((one, other) => place(one) - place(other));
}

function titleOf({ length }: readonly Problem[], isWrong: boolean): string {
  if (!isWrong) return length === 1 ? 'Worth a look' : `${length} things worth a look`;
  return length === 1 ? 'There is a problem' : `There are ${length} problems`;
}

function One({ problem }: Readonly<{ problem: Problem }>): JSX.Element {
  const { at, code, message, help, severity } = problem;
  const place = placeOf(problem);
  const label = useLabels().get(at.field ?? '');
  const said = labelled(message, label);
  return (
    <>
      {place !== '' && <p class="problem-place">{place}</p>}
      <Excerpt at={at} />
      <p class="problem-message">
        {at.field === undefined || label === undefined ? (
          said
        ) : (
          <a href={`#${fieldId(at.field)}`}>{said}</a>
        )}
      </p>
      <p class="problem-help">{help}</p>
      <p class="problem-code">{severity === 'warning' ? `${code} (warning)` : code}</p>
    </>
  );
}

function placeOf({ at }: Problem): string {
  if (at.line === 0) return at.source;
  const place = at.column === 0 ? `line ${at.line}` : `line ${at.line}, column ${at.column}`;
  return at.source === '' ? `L${place.slice(1)}` : `${at.source}, ${place}`;
}

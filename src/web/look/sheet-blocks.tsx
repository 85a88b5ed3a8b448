import type { JSX } from 'preact';
import type { Run, SheetBlock, SheetRow } from '../../service/index.ts';
import { scrolled } from './table.tsx';

type BlocksProps = Readonly<{ blocks: readonly SheetBlock[]; isWithin: boolean }>;

/** What stands in one section of a contract, its runs of items as lists. */
export function SheetBlocks({ blocks, isWithin }: BlocksProps): JSX.Element {
  return (
    <>
      {listed(blocks).map((block, at) =>
        block.is === 'list' ? (
          <ul key={`${at + 1}`}>
            {block.items.map((runs, item) => (
              <li key={`${item + 1}`}>
                <Words runs={runs} />
              </li>
            ))}
          </ul>
        ) : (
          <Block key={`${at + 1}`} block={block} isWithin={isWithin} />
        ),
      )}
    </>
  );
}

type Listed = SheetBlock | Readonly<{ is: 'list'; items: readonly (readonly Run[])[] }>;

/** Items that follow each other are one list. */
function listed(blocks: readonly SheetBlock[]): readonly Listed[] {
  const done: Listed[] = [];
  for (const block of blocks) {
    const last = done.at(-1);
    if (block.is !== 'item') done.push(block);
    else if (last?.is !== 'list') done.push({ is: 'list', items: [block.runs] });
    else done[done.length - 1] = { is: 'list', items: [...last.items, block.runs] };
  }
  return done;
}

function Block({
  block,
  isWithin,
}: Readonly<{ block: SheetBlock; isWithin: boolean }>): JSX.Element {
  switch (block.is) {
    case 'paragraph':
    case 'item':
      return (
        <p>
          <Words runs={block.runs} />
        </p>
      );
    case 'heading':
      return isWithin ? (
        <h4>
          <Words runs={block.runs} />
        </h4>
      ) : (
        <h3>
          <Words runs={block.runs} />
        </h3>
      );
    case 'note':
      return (
        <blockquote>
          {block.paragraphs.map((runs, at) => (
            <p key={`${at + 1}`}>
              <Words runs={runs} />
            </p>
          ))}
        </blockquote>
      );
    case 'table':
      return <Rows table={block} />;
  }
}

type Table = Extract<SheetBlock, { is: 'table' }>;

function Rows({ table }: Readonly<{ table: Table }>): JSX.Element {
  const { header, rows, right } = table;
  const label = header.map((runs) => runs.map(({ text }) => text).join('')).join(', ');
  const side = (at: number) => (right[at] === true ? 'number' : undefined);
  const cells = (row: SheetRow) =>
    row.map((runs, at) => (
      <td key={`${at + 1}`} class={side(at)}>
        <Words runs={runs} />
      </td>
    ));
  return (
    <div class="contract-table" {...scrolled(`Table: ${label}`)}>
      <table class={header.length > 5 ? 'contract-crowded' : undefined}>
        <thead>
          <tr>
            {header.map((runs, at) => (
              <th key={`${at + 1}`} scope="col" class={side(at)}>
                <Words runs={runs} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={`${at + 1}`}>{cells(row)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Words({ runs }: Readonly<{ runs: readonly Run[] }>): JSX.Element {
  return (
    <>
      {runs.map((run, at) => (
        <Word key={`${at + 1}`} run={run} />
      ))}
    </>
  );
}

function Word({ run: { text, face } }: Readonly<{ run: Run }>): JSX.Element {
  switch (face) {
    case 'plain':
      return <>{text}</>;
    case 'bold':
      return <strong>{text}</strong>;
    case 'italic':
      return <em>{text}</em>;
    case 'code':
      return <code>{text}</code>;
  }
}

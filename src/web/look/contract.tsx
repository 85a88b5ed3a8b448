import type { JSX } from 'preact';
import { sheetOf } from '../../service/index.ts';
import { SheetBlocks } from './sheet-blocks.tsx';

export type ContractProps = Readonly<{
  /** The page as printed, word for word what is hashed and signed. */
  text: string;
  version: number;
  /** The two hashes: of the terms, and of the page. */
  hashes: Readonly<{ contract: string; page: string }>;
  /** Who agreed to it, in order. */
  signed?: readonly Readonly<{ party: string; said: string }>[] | undefined;
  /** Where it stands on a page with a heading of its own, its title is one lower. */
  isWithin?: boolean | undefined;
}>;

/** The contract as a document that one would sign. */
export function Contract(props: ContractProps): JSX.Element {
  const { text, version, hashes, signed = [], isWithin = false } = props;
  const { title, parts } = sheetOf(text);
  return (
    <article class="contract" aria-label={title}>
      <header>
        <p class="contract-kind">Contract, version {version}</p>
        {isWithin ? <h2 class="contract-title">{title}</h2> : <h1>{title}</h1>}
      </header>
      {parts.map(({ heading, blocks }) => (
        <section key={heading} class={heading === '' ? 'contract-opening' : 'contract-part'}>
          {heading !== '' && <PartName isWithin={isWithin}>{heading}</PartName>}
          <div>
            <SheetBlocks blocks={blocks} isWithin={isWithin} />
          </div>
        </section>
      ))}
      {signed.length > 0 && (
        <section class="contract-part">
          <PartName isWithin={isWithin}>Signed</PartName>
          <dl class="contract-signed">
            {signed.map(({ party, said }) => (
              <div key={party}>
                <dt>For {party}</dt>
                <dd>{said}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <footer>
        <dl>
          <div>
            <dt>Terms</dt>
            <dd>{hashes.contract}</dd>
          </div>
          <div>
            <dt>Page</dt>
            <dd>{hashes.page}</dd>
          </div>
        </dl>
      </footer>
    </article>
  );
}

type Named = Readonly<{ isWithin: boolean; children: string }>;

function PartName({ isWithin, children }: Named): JSX.Element {
  return isWithin ? <h3>{children}</h3> : <h2>{children}</h2>;
}

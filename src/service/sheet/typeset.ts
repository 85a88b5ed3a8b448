import { assert, type Result } from '../../problem/index.ts';
import { typesetterMissing } from './problems.ts';

/** A document set in type. */
export type Typeset = Readonly<{ pdf: Uint8Array; sides: number; size: number }>;

/** What to set: the layout, the data that it reads, and the sizes of type to try, largest first. */
export type TypesetRequest = Readonly<{
  layout: string;
  data: unknown;
  sizes: readonly [number, ...number[]];
  /** The first size that needs no more sides is taken; the first of all where none does. */
  sidesMax?: number;
}>;

/**
 * Sets a PDF. Data reach the layout as data and never as markup, so that no name or note can set
 * anything but itself. The same request gives the same bytes.
 */
export async function typeset(request: TypesetRequest): Promise<Result<Typeset>> {
  const typst = await importTypst();
  if (typst === undefined) return { ok: false, problems: [typesetterMissing()] };
  const compiler = typst.NodeCompiler.create();
  const settings = request.sizes.map((size) => () => setAt(compiler, request, size));
  const first = getFirst(settings)();
  const fits = ({ sides }: Setting) => sides <= (request.sidesMax ?? Number.POSITIVE_INFINITY);
  let set = first;
  for (const next of settings.slice(1)) {
    if (fits(set)) break;
    set = next();
  }
  const { document, sides, size } = fits(set) ? set : first;
  const pdf = compiler.pdf(document, { creationTimestamp: 0 });
  return { ok: true, value: { pdf, sides, size } };
}

type Typst = typeof import('@myriaddreamin/typst-ts-node-compiler');
type Compiler = InstanceType<Typst['NodeCompiler']>;
type Setting = ReturnType<typeof setAt>;

function setAt(compiler: Compiler, { layout, data }: TypesetRequest, size: number) {
  const inputs = { data: JSON.stringify(data), size: String(size) };
  const compiled = compiler.compile({ mainFileContent: layout, inputs });
  const document = compiled.result;
  assert(document !== null && !compiled.hasError(), 'our own layouts can be set');
  return { document, sides: document.numOfPages, size };
}

async function importTypst(): Promise<Typst | undefined> {
  try {
    const loaded: Typst & { default?: Typst } = await import(
      '@myriaddreamin/typst-ts-node-compiler'
    );
    return loaded.default ?? loaded;
  } catch {
    return undefined;
  }
}

function getFirst<T>(items: readonly T[]): T {
  const first = items[0];
  assert(first !== undefined, 'there is a size of type to try');
  return first;
}

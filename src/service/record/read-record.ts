import Type from 'typebox';
import { assert, type Result } from '../../problem/index.ts';
import { findProgramme, listEntries, type Tx } from '../../store/index.ts';
import { action, type Work } from '../act/index.ts';
import { idShape, listOf, momentShape, nothingElse } from '../programmes/shapes.ts';
import { entryText } from './entry-text.ts';
import { recordEndsOtherwise, recordNotThere } from './problems.ts';
import { chainVerifier, type VerifiedChain } from './verify-chain.ts';

const readers = { kind: 'read', who: ['auditor', 'commissioner', 'administrator'] } as const;

/** A chain is a programme's or an organisation's; without one it is that of who asks. */
const chainInput = { chain: Type.Optional(idShape) } as const;

const hexShape = Type.String({ pattern: '^[0-9a-f]{64}$' });

const entryOutput = Type.Object(
  {
    number: Type.Integer(),
    at: momentShape,
    act: Type.String(),
    account: Type.Optional(idShape),
    organisation: Type.Optional(idShape),
    /** References, hashes and counts; nothing about a person. */
    about: Type.Record(Type.String(), Type.Unknown()),
    fingerprint: Type.Optional(Type.String()),
    hash: hexShape,
  },
  nothingElse,
);

/** What was done in a programme or an organisation, in order. */
export const readRecord = action({
  ...readers,
  name: 'record.read',
  summary: 'Lists entries of the record of a programme or of one’s organisation, in order.',
  input: Type.Object(
    {
      ...chainInput,
      after: Type.Optional(Type.Integer({ minimum: 0 })),
      most: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    },
    nothingElse,
  ),
  output: Type.Object(
    { entries: listOf(entryOutput), after: Type.Optional(Type.Integer()) },
    nothingElse,
  ),
  run: async (work, { chain: asked, after = 0, most = 200 }) => {
    const chain = await findChain(work, asked);
    if (!chain.ok) return chain;
    const range = { chain: chain.value, after: BigInt(after), most: most + 1 };
    const found = await listEntries(work.tx, range);
    const shown = found.slice(0, most);
    const last = shown.at(-1);
    return {
      ok: true,
      value: {
        entries: shown.map(({ number, at, act, account, organisation, about, ...rest }) => ({
          number: Number(number),
          at,
          act,
          ...(account === null ? {} : { account }),
          ...(organisation === null ? {} : { organisation }),
          about,
          ...(rest.fingerprint === null
            ? {}
            : { fingerprint: Buffer.from(rest.fingerprint).toString('hex') }),
          hash: Buffer.from(rest.hash).toString('hex'),
        })),
        ...(found.length > most && last ? { after: Number(last.number) } : {}),
      },
    };
  },
});

const verifiedOutput = Type.Object({ entries: Type.Integer(), head: hexShape }, nothingElse);

/** Whether a chain holds from its first entry to its last. */
export const verifyRecord = action({
  ...readers,
  name: 'record.verify',
  summary: 'Verifies the record from its first entry on; with a hash, that it ends with it.',
  input: Type.Object({ ...chainInput, head: Type.Optional(hexShape) }, nothingElse),
  output: verifiedOutput,
  run: async (work, { chain: asked, head }): Promise<Result<VerifiedChain>> => {
    const chain = await findChain(work, asked);
    if (!chain.ok) return chain;
    const verifier = chainVerifier();
    for await (const entry of eachEntry(work.tx, chain.value)) {
      const wrong = verifier.next(entry);
      if (wrong !== undefined) return { ok: false, problems: [wrong] };
    }
    const verified = verifier.end();
    return head === undefined || head === verified.head
      ? { ok: true, value: verified }
      : { ok: false, problems: [recordEndsOtherwise(verified.head, head)] };
  },
});

/** The whole of a chain as a file, for verifying it elsewhere. */
export const exportRecord = action({
  ...readers,
  name: 'record.export',
  summary: 'Gives the record as NDJSON, an entry a line, to be verified without the service.',
  input: Type.Object(chainInput, nothingElse),
  output: Type.Object(
    { name: Type.String(), mediaType: Type.String(), body: Type.Unknown() },
    nothingElse,
  ),
  run: async (work, { chain: asked }) => {
    const chain = await findChain(work, asked);
    if (!chain.ok) return chain;
    const lines: string[] = [];
    for await (const entry of eachEntry(work.tx, chain.value)) lines.push(`${entryText(entry)}\n`);
    const mediaType = 'application/x-ndjson; charset=utf-8';
    return { ok: true, value: { name: 'record.ndjson', mediaType, body: lines.join('') } };
  },
});

/** The chain that is asked for: one's own organisation's, or a programme's in which one sees it. */
async function findChain({ tx, actor }: Work, asked: string | undefined): Promise<Result<string>> {
  assert(actor.kind === 'account', 'the record is read by somebody');
  const own = actor.organisation?.id;
  const chain = asked ?? own;
  if (chain === undefined) return { ok: false, problems: [recordNotThere()] };
  if (chain === own) return { ok: true, value: chain };
  const programme = await findProgramme(tx, chain);
  const [first] = programme === undefined ? [] : await listEntries(tx, { chain, most: 1 });
  // Entries that somebody made in a programme are theirs to see; the chain is whole for few.
  return first?.number === 1n
    ? { ok: true, value: chain }
    : { ok: false, problems: [recordNotThere()] };
}

const entriesAtOnce = 1000;

async function* eachEntry(tx: Tx, chain: string) {
  let after = 0n;
  for (;;) {
    const piece = await listEntries(tx, { chain, after, most: entriesAtOnce });
    yield* piece;
    const last = piece.at(-1);
    if (last === undefined || piece.length < entriesAtOnce) return;
    after = last.number;
  }
}

import Type, { type Static } from 'typebox';
import type { Result } from '../../problem/index.ts';
import { addSignature, listPublishedVersions, listSignatures } from '../../store/index.ts';
import { action, type Work } from '../act/index.ts';
import { actingFor } from './acting-for.ts';
import { signatureOfOtherHash, versionNotThere } from './problems.ts';
import { hashShape, idShape, listOf, momentShape, nothingElse, versionShape } from './shapes.ts';
import { tellBound } from './tell-bound.ts';
import { boundBy } from './versions-for.ts';

const input = Type.Object(
  {
    programme: idShape,
    version: versionShape,
    /** Of the page that was read, typed or copied from its foot. */
    pageHash: hashShape,
  },
  nothingElse,
);
const output = Type.Object({ version: versionShape, signedAt: momentShape }, nothingElse);

/** Binds a provider to a published version. */
export const signVersion = action({
  name: 'programmes.sign_version',
  kind: 'change',
  who: ['administrator'],
  parts: ['provider'],
  summary: 'Signs a published version for a provider, by the hash of the page.',
  input,
  output,
  run: sign,
});

async function sign(
  work: Work,
  { programme, version, pageHash }: Static<typeof input>,
): Promise<Result<Static<typeof output>>> {
  const published = await listPublishedVersions(work.tx, programme);
  const found = published.find(({ ownNumber }) => ownNumber === version);
  if (found === undefined) return { ok: false, problems: [versionNotThere()] };
  if (found.pageHash !== pageHash) return { ok: false, problems: [signatureOfOtherHash()] };
  const { account, organisation } = actingFor(work);
  const isNew = await addSignature(work.tx, {
    programme,
    version: found.number,
    organisation: organisation.id,
    pageHash,
    signedBy: account,
    signedAt: work.now,
  });
  const signed = await listSignatures(work.tx, { programme, organisation: organisation.id });
  const signedAt = signed.find((each) => each.version === found.number)?.signedAt ?? work.now;
  const told = await tellBound(work, programme);
  if (!told.ok) return told;
  if (isNew) work.note({ programme, about: { version, page: pageHash } });
  return { ok: true, value: { version, signedAt } };
}

const bound = Type.Object(
  {
    organisation: idShape,
    name: Type.String(),
    signed: listOf(Type.Object({ version: versionShape, signedAt: momentShape }, nothingElse)),
    /** Versions that bind it: signed, or foretold by one that does. */
    binding: listOf(versionShape),
    /** Published ones that do not, so long as it does not sign. */
    notBinding: listOf(versionShape),
  },
  nothingElse,
);

/** Who has signed, and which versions bind whom. */
export const listSigned = action({
  name: 'programmes.list_signatures',
  kind: 'read',
  who: 'signed in',
  parts: ['commissioner', 'provider', 'auditor'],
  summary: 'Lists who has signed which version, and which versions bind whom; a provider its own.',
  input: Type.Object({ programme: idShape }, nothingElse),
  output: Type.Object({ providers: listOf(bound) }, nothingElse),
  run: async (work, { programme }) => {
    const { tx } = work;
    const published = await listPublishedVersions(tx, programme);
    const signatures = await listSignatures(tx, { programme });
    const providers = new Map(signatures.map((each) => [each.organisation, each.organisationName]));
    const ownNumbers = new Map(published.map(({ number, ownNumber }) => [number, ownNumber]));
    return {
      ok: true,
      value: {
        providers: [...providers].map(([organisation, name]) => {
          const own = signatures.filter((each) => each.organisation === organisation);
          const { binding, notBinding } = boundBy(
            work,
            published,
            new Set(own.map(({ version }) => version)),
          );
          return {
            organisation,
            name,
            signed: own.map(({ version, signedAt }) => ({
              version: ownNumbers.get(version) ?? version,
              signedAt,
            })),
            binding: binding.map(({ ownNumber }) => ownNumber),
            notBinding: notBinding.map(({ ownNumber }) => ownNumber),
          };
        }),
      },
    };
  },
});

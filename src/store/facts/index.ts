export { addArrival, closeDay, holdDay, listArrivals } from './arrivals.ts';
export { uuidField, uuidOf, writeUuidText } from './binary-fields.ts';
export {
  addDraw,
  type Besides,
  type ClaimsOf,
  countClaims,
  countDraws,
  listClaims,
  listDraws,
} from './claims.ts';
export {
  addEvidence,
  findEvidence,
  listEvidenceOf,
  listEvidenceUploads,
} from './evidence.ts';
export {
  addEvidenceAsked,
  type EvidenceAsked,
  listAskedFor,
  listAskedOf,
} from './evidence-asked.ts';
export { type FactRows, factsInRows, readFactRows } from './fact-rows.ts';
export {
  isReference,
  listChain,
  listFactsById,
  listFactsOf,
  listFactsOfArrival,
  type SealedFact,
  type StoredFact,
} from './facts.ts';
export {
  addImport,
  advanceImport,
  endImport,
  findImport,
  findMapping,
  type Import,
  keepMapping,
  listImports,
  listReadable,
  listWaitingFiles,
  moveImport,
  refuseImport,
} from './imports.ts';
export {
  type Arriving,
  addIncoming,
  countSentBefore,
  listSentOtherwise,
  listSentTwice,
  noteSentBefore,
  openSentBefore,
} from './incoming.ts';
export {
  addIncomingRow,
  closeIncoming,
  eachToSeal,
  type Incoming,
  type IncomingColumns,
  type IncomingWriter,
  incomingWriter,
} from './incoming-columns.ts';
export { listWrittenBy } from './own-facts.ts';
export {
  addMarks,
  addParticipants,
  eraseParticipant,
  findParticipant,
  listErased,
  listMeant,
  listMeantLoosely,
  loosenMarks,
  nobody,
} from './participants.ts';
export {
  addReplacing,
  countReplacing,
  dropReplacingBefore,
  findReplaced,
  layAside,
  listForCheck,
  listMisreplaced,
  listReplaced,
  listReplacements,
  type Misreplaced,
  noteReplacingBefore,
  type OfParticipant,
  openReplacing,
  type Replaced,
  type Replacement,
} from './replacing.ts';
export { addReplacingOne, holdReplacingOne, type ReplacingOne } from './replacing-one.ts';

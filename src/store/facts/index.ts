export { type Arrival, addArrival, listArrivals } from './arrivals.ts';
export {
  addDraw,
  type ClaimsAsked,
  countClaims,
  type Draw,
  listClaims,
  listDraws,
} from './claims.ts';
export {
  addEvidence,
  type Evidence,
  findEvidence,
  listEvidenceOf,
  listEvidenceUploads,
} from './evidence.ts';
export {
  isReference,
  listFactsById,
  listFactsOf,
  listFactsOfArrival,
  readSealedFacts,
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
  type ImportState,
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
  copyIncoming,
  countIncoming,
  dropSentBefore,
  findReplaced,
  type Incoming,
  listForCheck,
  listIdTwice,
  listMisreplaced,
  listSentOtherwise,
  type Misreplaced,
  type OfParticipant,
  openIncoming,
} from './incoming.ts';
export {
  addMarks,
  addParticipants,
  eraseParticipant,
  findParticipant,
  listErased,
  listMarked,
  listParticipants,
  nobody,
  type Participant,
} from './participants.ts';

export { type Arrival, addArrival, listArrivals } from './arrivals.ts';
export {
  isReference,
  listFactsById,
  listFactsOf,
  readSealedFacts,
  type SealedFact,
  type StoredFact,
} from './facts.ts';
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

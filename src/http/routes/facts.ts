import {
  arrivals,
  askEvidence,
  attachEvidence,
  claims,
  decideFact,
  drawClaims,
  draws,
  evidenceAsked,
  factsOfParticipant,
  fileOfFacts,
  files,
  giveEvidence,
  giveUpFile,
  kindsOfProgramme,
  mapFile,
  rowsToMend,
  seeClaim,
  sendFacts,
  sendFile,
  takesEvidence,
  takesFacts,
  writeFact,
} from '../../service/facts-in/index.ts';
import type { Route } from '../route.ts';

const programme = '/programmes/:programme';
const file = `${programme}/facts/files/:import`;
const evidence = `${programme}/claims/:fact/evidence`;

/** What happened, what shows it, and what its verifier finds. */
export const factsRoutes: readonly Route[] = [
  { method: 'GET', path: `${programme}/kinds`, action: kindsOfProgramme },
  { method: 'POST', path: `${programme}/facts`, action: sendFacts, status: 201 },
  { method: 'POST', path: `${programme}/facts/one`, action: writeFact, status: 201 },
  { method: 'GET', path: `${programme}/arrivals`, action: arrivals },
  {
    method: 'GET',
    path: `${programme}/participants/:participant/facts`,
    action: factsOfParticipant,
  },
  { method: 'GET', path: `${programme}/facts/files`, action: files },
  {
    method: 'POST',
    path: `${programme}/facts/files`,
    action: sendFile,
    status: 202,
    takesFile: takesFacts,
  },
  { method: 'GET', path: file, action: fileOfFacts },
  { method: 'POST', path: `${file}/mapping`, action: mapFile, status: 202 },
  { method: 'GET', path: `${file}/rows-to-mend`, action: rowsToMend, givesFile: true },
  { method: 'DELETE', path: file, action: giveUpFile },
  { method: 'POST', path: evidence, action: attachEvidence, status: 201, takesFile: takesEvidence },
  {
    method: 'GET',
    path: `${programme}/evidence/:evidence`,
    action: giveEvidence,
    givesFile: true,
  },
  { method: 'GET', path: `${programme}/claims`, action: claims },
  { method: 'GET', path: `${programme}/claims/:fact`, action: seeClaim },
  { method: 'POST', path: `${programme}/claims/:fact`, action: decideFact },
  { method: 'POST', path: `${programme}/claims/:fact/asks`, action: askEvidence, status: 201 },
  { method: 'GET', path: `${programme}/evidence-asked`, action: evidenceAsked },
  { method: 'POST', path: `${programme}/draws`, action: drawClaims, status: 201 },
  { method: 'GET', path: `${programme}/draws`, action: draws },
];

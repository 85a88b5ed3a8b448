export { approveSettlement } from './approve-settlement.ts';
export { prepareSettlement } from './prepare-settlement.ts';
export { listOfSettlements, readSettlement } from './read-settlement.ts';
export { refusalReasons, refuseSettlement, setAsideSettlement } from './refuse-settlement.ts';

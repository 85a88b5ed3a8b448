export { fingerprint, fingerprintSalt } from './fingerprint.ts';
export { withFolderLock } from './folder-lock.ts';
export type { KeyOrErased } from './key-ring.ts';
export { type Keys, openKeys } from './keys.ts';
export { mark } from './mark.ts';
export { type Key, seal, unseal } from './seal.ts';

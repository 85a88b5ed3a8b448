export { fingerprintSalt } from './fingerprint.ts';
export { withFolderLock } from './folder-lock.ts';
export {
  type HmacPlace,
  hmacPlace,
  makeRoom,
  textIn,
  textStart,
  useKey,
  writeHmac,
} from './hmac-place.ts';
export { holdKey } from './key-object.ts';
export { drawKeys, type KeyOrErased, type SealedKeys } from './key-ring.ts';
export { type Keys, openKeys } from './keys.ts';
export { mark } from './mark.ts';
export { type HeldKey, type Key, plainFrom, seal, sealInto, sealLength, unseal } from './seal.ts';

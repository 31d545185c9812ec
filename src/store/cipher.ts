import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { StoreError } from './store-error.js';

/** A text as it is written down: nonce and ciphertext in base64, and which key opens it. */
export interface Sealed {
  key_id: string;
  nonce: string;
  ciphertext: string;
}

/** Encrypts with the first of some keys, and decrypts with whichever it was. */
export interface Cipher {
  /** Id of the key that encrypts; null when there is none. */
  readonly keyId: string | null;
  /** Whether there is a key of this id. */
  has(keyId: string): boolean;
  /**
   * @param row what the row is known by: a sealed text opens in its own row only
   * @throws StoreError without a key
   */
  seal(text: string, row: string): Sealed;
  /** @throws StoreError when no key of ours opens it, or it was altered or moved from another row */
  open(sealed: Sealed, row: string): string;
}

const algorithm = 'aes-256-gcm';
/** The length that NIST SP 800-38D names for random nonces. */
const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM with a random nonce each time.
 * @param keys of 32 bytes; the first encrypts
 */
export function createCipher(keys: readonly Uint8Array[]): Cipher {
  const byId = new Map(keys.map((key) => [idOf(key), key]));
  const [first] = byId;
  return {
    keyId: first?.[0] ?? null,
    has: (keyId) => byId.has(keyId),
    seal(text, row) {
      if (first === undefined) throw noKey(row);
      const [keyId, key] = first;
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(boundTo(row, keyId));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return { key_id: keyId, nonce: nonce.toString('base64'), ciphertext: sealed.toString('base64') };
    },
    open({ key_id: keyId, nonce, ciphertext }, row) {
      const key = byId.get(keyId);
      if (key === undefined) throw otherKey(row, keyId, [...byId.keys()]);
      const sealed = Buffer.from(ciphertext, 'base64');
      const tagAt = Math.max(0, sealed.length - tagBytes);
      try {
        const decipher = createDecipheriv(algorithm, key, Buffer.from(nonce, 'base64'), { authTagLength: tagBytes })
          .setAAD(boundTo(row, keyId))
          .setAuthTag(sealed.subarray(tagAt));
        return Buffer.concat([decipher.update(sealed.subarray(0, tagAt)), decipher.final()]).toString('utf8');
      } catch (error) {
        throw altered(row, error);
      }
    },
  };
}

/** Tells keys apart, and tells nothing of the key. */
function idOf(key: Uint8Array): string {
  return createHash('sha256').update('substatus key id').update(key).digest('hex').slice(0, 8);
}

function boundTo(row: string, keyId: string): Buffer {
  return Buffer.from(JSON.stringify(['substatus', 1, row, keyId]));
}

function noKey(row: string): StoreError {
  return new StoreError('store-key', `SUBSTATUS_ENCRYPTION_KEY is not set, so nothing can be kept of ${row}.`);
}

function otherKey(row: string, keyId: string, ours: string[]): StoreError {
  const have = ours.length === 0 ? 'is not set' : `has ${ours.join(', ')}`;
  return new StoreError(
    'store-key',
    `${row} is encrypted with key ${keyId}, and SUBSTATUS_ENCRYPTION_KEY ${have}. Add that key behind the one in use, with a comma between, or install again.`,
  );
}

function altered(row: string, cause: unknown): StoreError {
  return new StoreError(
    'store-key',
    `${row} cannot be decrypted: what is written there was altered, or is not its own. Restore a backup, or install again.`,
    cause,
  );
}

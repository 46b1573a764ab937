import { createDecipheriv, createHash } from 'node:crypto';

/**
 * Makes the function that decrypts Feishu's payloads: AES-256-CBC with the SHA-256 of the key, IV first, all in base64. The
 * function throws on anything else. The SDK's own hashes the key for every event and decrypts by way of hex digits.
 * https://open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-subscription-configure-/encrypt-key-encryption-configuration-case (2026-12-01)
 */
export function createDecrypt(encryptKey: string): (sealed: string) => string {
  const key = createHash('sha256').update(encryptKey).digest();
  return (sealed) => {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, 16));
    return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8');
  };
}

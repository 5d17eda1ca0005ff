/** The checksums that some tools keep of their files. */
import type { createHash as CreateHash, Hash } from 'node:crypto';
import { createRequire } from 'node:module';

/** As `createHash` of `node:crypto`, which takes Node 5 ms to load: few folders need it. */
export function checksum(algorithm: 'sha1' | 'sha256'): Hash {
  const { createHash } = createRequire(import.meta.url)('node:crypto') as { createHash: typeof CreateHash };
  return createHash(algorithm);
}

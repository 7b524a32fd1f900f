import { createHash } from 'node:crypto'

/** Of 256 random bits one round is enough: there is nothing to guess from. */
export const hashSecret = (secret: string) => createHash('sha256').update(secret).digest()

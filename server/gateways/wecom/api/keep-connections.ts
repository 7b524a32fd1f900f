import { createHash } from 'node:crypto'
import type { Api } from './api.ts'
import type { ApiConfig } from './api-config.ts'
import { connectApi } from './connect-api.ts'

/**
 * The same connection for the same server, corporation and secret. The secret is part of the key: two applications
 * of a corporation have two tokens, and one's is refused for the other (301002). A rotated secret is a new one, and so is
 * the same one once the one before it no longer counts: a token that was got by that one is not used any longer.
 */
export function keepConnections(most = 200): (config: ApiConfig) => Api {
  const kept = new Map<string, Api>()
  return (config) => {
    const parts = JSON.stringify([config.baseUrl, config.corpId, config.secret, config.formerSecrets ?? []])
    const key = createHash('sha256').update(parts).digest('hex')
    const api = kept.get(key) ?? connectApi(config)
    kept.delete(key)
    kept.set(key, api)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return api
  }
}

import type { OwnConsent, OwnConsents } from '../../contract/consents.ts'
import { fetchJson } from './fetch-json.ts'

export type { OwnConsents }

/** What she lets the station contact her about. */
export const readOwnConsents = () => fetchJson<OwnConsents>('/api/resident/consents')
export const sayOwnConsent = (body: OwnConsent) => fetchJson<OwnConsents>('/api/resident/consents', { body })

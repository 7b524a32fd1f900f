import type * as contract from '../../contract/residents.ts'
import { fetchJson } from './fetch-json.ts'

export type { AccessLink, Profile, PublicStation } from '../../contract/residents.ts'

/** Opens the phone page: a phone not seen before gets a cookie of its own, a known one keeps hers. */
export const visit = (stationCode: string) =>
  fetchJson<contract.VisitAnswer>('/api/resident/visit', { body: { stationCode } })
export const readPublicStation = (code: string) =>
  fetchJson<contract.PublicStation>('/api/public/station', { query: { code } })
export const readProfile = () => fetchJson<contract.Profile>('/api/resident/profile')
export const changeProfile = (body: contract.ProfileChange) =>
  fetchJson<contract.Profile>('/api/resident/profile', { method: 'PATCH', body })
export const readAccessLink = () => fetchJson<contract.AccessLink>('/api/resident/access-link')
export const openAccessLink = (token: string) =>
  fetchJson<contract.AccessAnswer>('/api/resident/access', { body: { token } })
export const openByCode = (body: contract.AccessByCode) =>
  fetchJson<contract.AccessAnswer>('/api/resident/access-code', { body })
/** Every other phone and every saved link is shut out; this one stays in. */
export const shutOthersOut = () => fetchJson('/api/resident/access', { method: 'DELETE' })
/** This phone forgets who its owner is; her matters stay. */
export const signOutHere = () => fetchJson('/api/resident/session', { method: 'DELETE' })

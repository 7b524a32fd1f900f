import type * as contract from '../../contract/resident-notices.ts'
import { fetchJson } from './fetch-json.ts'

export type { ResidentNotice } from '../../contract/resident-notices.ts'

/** What the station tells this phone's village now. */
export const listNotices = () => fetchJson<contract.ResidentNotices>('/api/resident/notices')

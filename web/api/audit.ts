import type { Static } from 'typebox'
import type * as contract from '../../contract/audit.ts'
import { fetchJson } from './fetch-json.ts'

export type { AuditEvent, AuditQuery } from '../../contract/audit.ts'
export type AuditPage = Static<typeof contract.AuditPage>

export const listAuditEvents = (query: contract.AuditQuery) =>
  fetchJson<AuditPage>('/api/audit/events', { query })

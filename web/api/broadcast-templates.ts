import type * as contract from '../../contract/broadcast-templates.ts'
import { fetchJson } from './fetch-json.ts'

export type {
  BroadcastTemplate,
  TemplateContent,
  TemplateDetail,
} from '../../contract/broadcast-templates.ts'

const path = '/api/broadcast-templates'
export const listTemplates = (query: contract.TemplateQuery, signal?: AbortSignal) =>
  fetchJson<contract.TemplateList>(path, { query, signal })
export const showTemplate = (id: string) => fetchJson<contract.TemplateDetail>(`${path}/${id}`)
export const createTemplate = (body: contract.TemplateContent) => fetchJson<{ id: string }>(path, { body })
export const changeTemplate = (id: string, body: contract.TemplateChange) =>
  fetchJson(`${path}/${id}`, { method: 'PUT', body })
export const reviewTemplate = (id: string, body: contract.TemplateReview) =>
  fetchJson(`${path}/${id}/reviews`, { body })
export const retireTemplate = (id: string, retired: boolean) =>
  fetchJson(`${path}/${id}/retirement`, { method: retired ? 'PUT' : 'DELETE' })
export const beginFromTemplate = (id: string, body: contract.TemplateUse) =>
  fetchJson<{ id: string }>(`${path}/${id}/broadcasts`, { body })

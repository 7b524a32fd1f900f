import type * as contract from '../../contract/handovers.ts'
import { fetchJson } from './fetch-json.ts'

export type Handover = contract.Handover
export type HandoverPreview = contract.HandoverPreview

export const listHandovers = () => fetchJson<{ items: Handover[] }>('/api/handovers')
export const previewHandover = (from: string, to: string) =>
  fetchJson<HandoverPreview>('/api/handover-previews', { query: { from, to } })
export const startHandover = (from: string, to: string) =>
  fetchJson<{ id: string }>('/api/handovers', { body: { from, to } })
export const listHandoverRefusals = (id: string) =>
  fetchJson<contract.HandoverRefusals>(`/api/handovers/${id}/refusals`)

import type * as contract from '../../contract/editions.ts'
import type { NewScriptVersion } from '../../contract/scripts.ts'
import type { GuideChange } from '../../contract/services.ts'
import { fetchJson } from './fetch-json.ts'

export type EditionProposal = contract.EditionProposal
export type EditionProposalDetail = contract.EditionProposalDetail

export const listEditionProposals = (decided: boolean) =>
  fetchJson<{ items: EditionProposal[] }>('/api/edition-proposals', { query: { decided } })
export const readEditionProposal = (id: string) =>
  fetchJson<EditionProposalDetail>(`/api/edition-proposals/${id}`)
export const acceptEditionProposals = (items: { id: string; presentVersion: number }[]) =>
  fetchJson<{ accepted: number }>('/api/edition-acceptances', { body: { items } })
export const adaptScript = (id: string, script: NewScriptVersion) =>
  fetchJson(`/api/edition-proposals/${id}/script-version`, { body: script })
export const adaptGuide = (id: string, guide: GuideChange) =>
  fetchJson(`/api/edition-proposals/${id}/guide-change`, { body: guide })
export const declineEditionProposal = (id: string, reason: string) =>
  fetchJson(`/api/edition-proposals/${id}/declination`, { body: { reason } })

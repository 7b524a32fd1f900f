import type * as contract from '../../contract/office-referrals.ts'
import { fetchJson } from './fetch-json.ts'

export type {
  OfficeReferral,
  ReferralAnswer,
  ReferralList,
  ReferralState,
} from '../../contract/office-referrals.ts'
export type Office = contract.ReferralBody['office']

export const referToOffice = (conversationId: string, body: contract.ReferralBody) =>
  fetchJson<{ id: string }>(`/api/conversations/${conversationId}/office-referrals`, { body })
export const listReferrals = (query: contract.ReferralQuery) =>
  fetchJson<contract.ReferralList>('/api/office-referrals', { query })
export const answerReferral = (id: string, answer: contract.ReferralAnswer) =>
  fetchJson<{ reopened: boolean }>(`/api/office-referrals/${id}/answer`, { body: { answer } })
export const answerOwnReferral = (id: string, answer: contract.ReferralAnswer) =>
  fetchJson<{ reopened: boolean }>(`/api/resident/office-referrals/${id}/answer`, { body: { answer } })

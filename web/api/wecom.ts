import type { NoticeChoice, OwnNotices } from '../../contract/officer-notices.ts'
import type * as contract from '../../contract/wecom-sign-in.ts'
import { fetchJson } from './fetch-json.ts'
import type { Me } from './officers.ts'

export type { NoticeChoice, OwnNotices } from '../../contract/officer-notices.ts'
export type OwnMember = contract.OwnMember
export type MemberList = contract.MemberList
export type WecomPlaces = contract.WecomPlaces

export const listWecomPlaces = () => fetchJson<WecomPlaces>('/api/wecom/places')
export const giveWecomCode = (code: string) => fetchJson<Me>('/api/session/wecom-code', { body: { code } })

export const readOwnMember = () => fetchJson<OwnMember>('/api/session/wecom-member')
export const proveOwnMember = () =>
  fetchJson<{ url: string }>('/api/session/wecom-member', { method: 'POST' })
export const confirmOwnMember = (userId: string) =>
  fetchJson('/api/session/wecom-member/confirmation', { body: { userId } })
export const unbindOwnMember = () => fetchJson('/api/session/wecom-member', { method: 'DELETE' })

export const listWecomMembers = () => fetchJson<MemberList>('/api/wecom-members')
export const bindWecomMember = (officerId: string, userId: string) =>
  fetchJson(`/api/officers/${officerId}/wecom-member`, { method: 'PUT', body: { userId } })
export const unbindWecomMember = (officerId: string) =>
  fetchJson(`/api/officers/${officerId}/wecom-member`, { method: 'DELETE' })

export const readOwnNotices = () => fetchJson<OwnNotices>('/api/session/notices')
export const chooseNotices = (body: NoticeChoice) =>
  fetchJson('/api/session/notices', { method: 'PUT', body })

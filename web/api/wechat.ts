import type { Static } from 'typebox'
import type * as contract from '../../contract/wechat.ts'
import { fetchJson } from './fetch-json.ts'

export type WechatStatus = contract.WechatStatus
export type WechatAccount = contract.WechatAccount
export type WechatCheck = contract.WechatCheck
export type WechatChange = contract.WechatChange
export type WechatSetup = Static<typeof contract.WechatSetup>

export const readWechat = () => fetchJson<WechatStatus>('/api/wechat')
export const setUpWechat = (body: WechatSetup) =>
  fetchJson<Static<typeof contract.WechatSetupAnswer>>('/api/wechat', { method: 'PUT', body })
export const setDomainFile = (body: Static<typeof contract.DomainFile>) =>
  fetchJson('/api/wechat/domain-file', { method: 'PUT', body })
export const checkWechat = () => fetchJson<WechatCheck[]>('/api/wechat/checks', { method: 'POST' })
export const openWechatDoor = (openKfid: string, villageId: string | null) =>
  fetchJson<{ doorUrl: string }>(`/api/wechat/accounts/${openKfid}/door`, {
    method: 'POST',
    body: { villageId },
  })
export const seeWechatGap = (id: string) => fetchJson(`/api/wechat/gaps/${id}/seen`, { method: 'POST' })

const change = (id: string, deed: string) => `/api/wechat/changes/${id}/${deed}`
export const approveWechatChange = (id: string) => fetchJson(change(id, 'approval'), { method: 'POST' })
export const refuseWechatChange = (id: string, reason: string) =>
  fetchJson(change(id, 'refusal'), { body: { reason } })
export const withdrawWechatChange = (id: string) => fetchJson(change(id, 'withdrawal'), { method: 'POST' })
export const readWechatChangeNotice = () =>
  fetchJson<Static<typeof contract.WechatChangeNotice>>('/api/wechat/change-notice')

export type Servicer = Static<typeof contract.Servicers>[number]
export type WechatLetter = contract.WechatLetter

const talk = (conversationId: string) => `/api/conversations/${conversationId}`
export const listServicers = (conversationId: string) =>
  fetchJson<Servicer[]>(`${talk(conversationId)}/servicers`)
export const handOverTalk = (conversationId: string, memberId: string) =>
  fetchJson(`${talk(conversationId)}/hand-over`, { body: { memberId } })
/** `line`: of which account's chat, as the conversation's reply line names it. */
export const takeTalkBack = (conversationId: string, line: string) =>
  fetchJson(`${talk(conversationId)}/taking-back`, { body: { line } })

const letter = (id: string) => `/api/wechat/letters/${id}`
export const listWechatLetters = () => fetchJson<WechatLetter[]>('/api/wechat/letters')
export const readWechatLetter = (id: string) => fetchJson<{ bytes: string; whole: boolean }>(letter(id))
export const giveWechatLetter = (id: string, officerId: string) =>
  fetchJson(`${letter(id)}/owner`, { body: { officerId } })
export const replayWechatLetter = (id: string) => fetchJson(`${letter(id)}/replay`, { method: 'POST' })
export const settleWechatLetter = (id: string, reason: string) =>
  fetchJson(`${letter(id)}/settlement`, { body: { reason } })

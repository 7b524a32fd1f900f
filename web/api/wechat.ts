import type { Static } from 'typebox'
import type * as contract from '../../contract/wechat.ts'
import { fetchJson } from './fetch-json.ts'

export type WechatStatus = contract.WechatStatus
export type WechatAccount = contract.WechatAccount
export type WechatCheck = contract.WechatCheck
export type WechatSetup = Static<typeof contract.WechatSetup>

export const readWechat = () => fetchJson<WechatStatus>('/api/wechat')
export const setUpWechat = (body: WechatSetup) => fetchJson('/api/wechat', { method: 'PUT', body })
export const checkWechat = () => fetchJson<WechatCheck[]>('/api/wechat/checks', { method: 'POST' })
export const openWechatDoor = (openKfid: string, villageId: string | null) =>
  fetchJson<{ doorUrl: string }>(`/api/wechat/accounts/${openKfid}/door`, {
    method: 'POST',
    body: { villageId },
  })
export const seeWechatGap = (id: string) => fetchJson(`/api/wechat/gaps/${id}/seen`, { method: 'POST' })

import type { Api } from '../../gateways/wecom/api/api.ts'

/** The connection of a station, null where none is set up. */
export type ApiOf = (stationId: string) => Promise<Api | null>

export const notConnected = '还没有接好企业微信，请管理员先到“设置 · 微信”里填好。'

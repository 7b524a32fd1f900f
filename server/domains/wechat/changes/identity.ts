import type { Static } from 'typebox'
import { channelIdentity, type WechatSetup } from '../../../../contract/wechat.ts'
import { publicBaseUrl } from '../../../gateways/wecom/api/api-config.ts'
import type { Tx } from '../../../platform/tenancy.ts'

/** Whose channel it is, and which servers speak for it: what only two persons change together. */
export type Identity = {
  corpId: string
  baseUrl: string
  agentId: number | null
  loginUrl: string | null
}

/** As it stands, null where no channel is set up. Locked: who changes it waits for whoever is at it. */
export async function lockIdentity(tx: Tx): Promise<Identity | null> {
  const { rows } = await tx.client.query(
    'select corp_id, base_url, agent_id, login_url from wechat_channels where station_id = $1 for update',
    [tx.stationId],
  )
  return rows[0] ? identityOf(rows[0]) : null
}

export async function readIdentity(tx: Tx): Promise<Identity | null> {
  const { rows } = await tx.client.query(
    'select corp_id, base_url, agent_id, login_url from wechat_channels where station_id = $1',
    [tx.stationId],
  )
  return rows[0] ? identityOf(rows[0]) : null
}

const identityOf = (row: {
  corp_id: string
  base_url: string
  agent_id: number | null
  login_url: string | null
}): Identity => ({
  corpId: row.corp_id,
  baseUrl: row.base_url,
  agentId: row.agent_id,
  loginUrl: row.login_url,
})

/** What it would be after this set-up: what is left out stays. */
export const identityAfter = (before: Identity | null, setup: Static<typeof WechatSetup>): Identity => ({
  corpId: setup.corpId,
  baseUrl: setup.baseUrl || publicBaseUrl,
  agentId: setup.agentId ?? before?.agentId ?? null,
  loginUrl: setup.loginUrl === undefined ? (before?.loginUrl ?? null) : setup.loginUrl || null,
})

/** Field by field what differs, old and new. */
export const identityChanges = (before: Identity, after: Identity) =>
  channelIdentity
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: textOf(before[field]), to: textOf(after[field]) }))

const textOf = (value: string | number | null) => (value === null ? null : String(value))

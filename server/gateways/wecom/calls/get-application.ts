import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { listOf, numberOf, recordOf, textOf } from '../api/untrusted.ts'

export type Application = {
  name: string
  /** Stopped in the admin console. */
  closed: boolean
  /** The domain its pages may stand under; '' where none is set, undefined where the server does not tell. */
  domain: string | undefined
  /** Whether anybody at all is in its visible range, and whether by tags, whose members are not told. */
  visible: boolean
  byTags: boolean
}

/** By document 90227; of the own application only, any other is 301002. */
export async function getApplication(api: Api, agentId: number): Promise<Application> {
  const answer = await callApi(api, { method: 'GET', path: 'agent/get', query: { agentid: String(agentId) } })
  const count = (field: string, list: string) => listOf(recordOf(answer[field])[list], (item) => item).length
  const byTags = count('allow_tags', 'tagid') > 0
  return {
    name: textOf(answer['name']),
    closed: numberOf(answer['close']) === 1,
    domain: answer['redirect_domain'] === undefined ? undefined : textOf(answer['redirect_domain']),
    visible: byTags || count('allow_userinfos', 'user') > 0 || count('allow_partys', 'partyid') > 0,
    byTags,
  }
}

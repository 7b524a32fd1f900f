import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { listOf, numberOf, recordOf, textOf } from '../api/untrusted.ts'

/** serving: status 0 here; the event says 1 for the same thing. A department has departmentId instead of a userId. */
export type Servicer = { userId: string; departmentId: number | undefined; serving: boolean }

export async function listServicers(api: Api, openKfid: string): Promise<Servicer[]> {
  const query = { open_kfid: openKfid }
  const path = 'kf/servicer/list'
  const answer = await callApi(api, { method: 'GET', path, query, expects: 'servicer_list' })
  return listOf(answer['servicer_list'], (item) => {
    const servicer = recordOf(item)
    const departmentId = numberOf(servicer['department_id'])
    return { userId: textOf(servicer['userid']), departmentId, serving: numberOf(servicer['status']) === 0 }
  })
}

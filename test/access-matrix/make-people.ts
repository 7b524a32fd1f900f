import assert from 'node:assert/strict'
import type { Caller } from '../server.ts'

/**
 * What hangs on the entry of one resident: a further number, a relation; and another entry of her household, which sounds
 * like hers and took a third one in.
 */
export async function makePeople(chief: Caller, ids: { household: string; resident: string }) {
  const { household, resident } = ids
  const post = async (url: string, payload: object) => {
    const answer = await chief({ method: 'POST', url, payload })
    assert.ok(answer.statusCode < 300, `${url} ${answer.statusCode} ${answer.body}`)
    return answer.json()
  }
  const record = async (name: string): Promise<string> =>
    (await post('/api/residents', { name, household: { id: household } })).id
  const otherResident = await record('陈秀瑛')
  const merged = await record('陈秀莹')
  const phone = { phone: '13800000009', whose: 'own' }
  const relation = { otherId: otherResident, kind: 'sibling', outward: true }
  return {
    otherResident,
    residentPhone: (await post(`/api/residents/${resident}/phones`, phone)).id as string,
    residentRelation: (await post(`/api/residents/${resident}/relations`, relation)).id as string,
    residentMerge: (
      await post(`/api/residents/${otherResident}/merges`, { goneId: merged, choices: { name: 'kept' } })
    ).mergeId as string,
  }
}

import assert from 'node:assert/strict'
import type { LightMyRequestResponse } from 'fastify'
import type { GroupRumours, Rumour, RumourDetail } from '../../../contract/rumours.ts'
import type { TestServer } from '../../../test/server.ts'
import type { World } from '../../../test/world.ts'
import type { Pool } from '../../platform/database/pool.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'

/** A village group of the station, as WeCom would have told of it. */
export async function makeGroup(
  pool: Pool,
  stationId: string,
  name: string,
  villageId: string | null,
  chatId?: string,
): Promise<string> {
  const id = newId()
  await inStation(pool, stationId, (tx) =>
    tx.client.query(
      'insert into chat_groups (station_id, id, chat_id, name, village_id) values ($1, $2, $3, $4, $5)',
      [stationId, id, chatId ?? `wr-${id}`, name, villageId],
    ),
  )
  return id
}

export type Who = keyof World['officers']

/** What the server answered, which must be a yes. */
export const ok = (answer: LightMyRequestResponse) => {
  assert.ok(answer.statusCode === 200 || answer.statusCode === 201, answer.body)
  return answer.json()
}
export const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
export const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

/** A reply's elements while it is checked. */
export const elements = (more: object = {}) => ({
  knownAt: minutesAgo(80),
  checked: '已接到反映，正在核实，现场不影响出行',
  source: '本所到现场看过',
  unknown: '经过还在核实',
  advice: '请以警情通报为准，勿转未经证实的图文',
  nextUpdateAt: inHours(4),
  correction: null,
  ...more,
})

/** The deeds of the desk as its officers do them; a rumour is of this village unless it is said otherwise. */
export function workDesk(as: TestServer['as'], village: string) {
  const post = (who: Who, url: string, payload: object = {}) => as(who)({ method: 'POST', url, payload })
  const remove = (who: Who, url: string) => as(who)({ method: 'DELETE', url })
  const claim = (words: string, villageIds: string[] | null = [village]) => ({
    words,
    topic: 'traffic',
    firstHeardAt: minutesAgo(90),
    villageIds,
  })
  const approve = (id: string, version: number, who: Who = 'chief', doubtsSeen = false) =>
    post(who, `/api/rumours/${id}/approvals`, { version, doubtsSeen })
  const draft = async (id: string, more: object = {}, who: Who = 'officer') =>
    ok(await post(who, `/api/rumours/${id}/replies`, elements(more))).version as number
  return {
    post,
    remove,
    claim,
    approve,
    draft,
    show: async (id: string, who: Who = 'chief'): Promise<RumourDetail> =>
      (await as(who)({ url: `/api/rumours/${id}` })).json(),
    list: async (who: Who = 'chief', search = ''): Promise<Rumour[]> =>
      (await as(who)({ url: `/api/rumours${search}` })).json().items,
    record: async (words: string, villageIds?: string[] | null, who: Who = 'officer'): Promise<string> =>
      ok(await post(who, '/api/rumours', claim(words, villageIds))).id,
    move: (id: string, stage: string, more: object = {}, who: Who = 'officer') =>
      post(who, `/api/rumours/${id}/moves`, { stage, office: null, answersOn: null, note: '', ...more }),
    /** The next version, approved. */
    reply: async (id: string, more: object = {}): Promise<number> => {
      const version = await draft(id, more)
      ok(await approve(id, version))
      return version
    },
    asks: (id: string, groupId: string, who: Who = 'officer') =>
      post(who, `/api/rumours/${id}/groups`, { groupId }),
    answered: (id: string, group: string, version: number, who: Who = 'officer', more: object = {}) =>
      post(who, `/api/rumours/${id}/groups/${group}/answers`, { version, ...more }),
    takeBack: (id: string, group: string, who: Who = 'officer') =>
      remove(who, `/api/rumours/${id}/groups/${group}`),
    beside: async (group: string, who: Who = 'officer'): Promise<GroupRumours['items']> =>
      ok(await as(who)({ url: `/api/chat-groups/${group}/rumours` })).items,
  }
}

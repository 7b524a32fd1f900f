import { relationsOf } from '../contacts/relations.ts'
import { pageOf } from '../cursor.ts'
import { type Call, post } from '../http/call.ts'
import { need, object, oneOf, text, whole } from '../http/shapes.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { Moment } from './state.ts'

const month = 30 * 86_400
const mostListed = 20
const seconds = (ms: number) => Math.floor(ms / 1000)
const moment_id = need(text())
const userid = need(text(), 40003)
const cursor = text()

export const momentCalls: Call[] = [
  post('externalcontact/cancel_moment_task', {
    permission: 'contact',
    fields: object({ moment_id }),
    answer(world, { moment_id }) {
      momentFor(world, moment_id).cancelled = true
      return {}
    },
  }),
  post('externalcontact/get_moment_list', {
    permission: 'contact',
    lists: true,
    fields: object({
      start_time: need(whole()),
      end_time: need(whole()),
      creator: text(),
      filter_type: oneOf([0, 1, 2]),
      cursor,
      limit: whole({ from: 1, to: mostListed }),
    }),
    answer(world, { start_time, end_time, cursor, limit = mostListed }) {
      if (end_time - start_time > month || end_time < start_time) throw new Refusal(40058, 'end_time')
      const found = [...world.moments.moments.values()].filter(
        ({ createdAt }) => seconds(createdAt) >= start_time && seconds(createdAt) <= end_time,
      )
      const { page, next_cursor } = pageOf(world, 'moments', found, cursor, limit)
      const moment_list = page.map((moment) => ({
        moment_id: moment.momentId,
        create_time: String(seconds(moment.createdAt)),
        create_type: 0,
        visible_type: moment.tags.length > 0 ? 0 : 1,
        text: { content: moment.text },
      }))
      return { next_cursor, moment_list }
    },
  }),
  post('externalcontact/get_moment_task', {
    permission: 'contact',
    lists: true,
    fields: object({ moment_id, cursor, limit: whole({ from: 1, to: 1000 }) }),
    answer(world, { moment_id, cursor, limit = 500 }) {
      const tasks = [...momentFor(world, moment_id).tasks]
      const { page, next_cursor } = pageOf(world, `moment ${moment_id}`, tasks, cursor, limit)
      const task_list = page.map(([userid, publish_status]) => ({ userid, publish_status }))
      return { next_cursor, task_list }
    },
  }),
  post('externalcontact/get_moment_customer_list', {
    permission: 'contact',
    lists: true,
    fields: object({ moment_id, userid, cursor, limit: whole({ from: 1, to: 1000 }) }),
    answer: (world, { moment_id, userid, cursor, limit = 500 }) =>
      customers(world, moment_id, userid, cursor, limit),
  }),
  post('externalcontact/get_moment_send_result', {
    permission: 'contact',
    lists: true,
    fields: object({ moment_id, userid, cursor, limit: whole({ from: 1, to: 5000 }) }),
    answer: (world, { moment_id, userid, cursor, limit = 3000 }) =>
      customers(world, moment_id, userid, cursor, limit),
  }),
  post('externalcontact/get_moment_comments', {
    permission: 'contact',
    fields: object({ moment_id, userid }),
    answer(world, { moment_id, userid }) {
      const comment_list = momentFor(world, moment_id)
        .comments.filter((one) => one.userid === userid)
        .map(({ externalUserId, at }) => ({ external_userid: externalUserId, create_time: seconds(at) }))
      return { comment_list, like_list: [] }
    },
  }),
]

/** Whom the moment of one member can be seen by, once she has published it. */
function customers(
  world: World,
  momentId: string,
  userid: string,
  cursor: string | undefined,
  limit: number,
) {
  const moment = momentFor(world, momentId)
  const found =
    moment.tasks.get(userid) === 1
      ? relationsOf(world, userid).filter(
          ({ tags }) => moment.tags.length === 0 || moment.tags.some((tag) => tags.has(tag)),
        )
      : []
  const { page, next_cursor } = pageOf(world, `moment customers ${momentId} ${userid}`, found, cursor, limit)
  return {
    next_cursor,
    customer_list: page.map(({ externalUserId }) => ({ userid, external_userid: externalUserId })),
  }
}

function momentFor(world: World, momentId: string): Moment {
  const moment = world.moments.moments.get(momentId)
  if (!moment || moment.cancelled) throw new Refusal(40058, 'moment_id')
  const { startMs, runMs } = world.settings.moments
  if (world.clock.now() - moment.createdAt < startMs + runMs) throw new Refusal(41079)
  return moment
}

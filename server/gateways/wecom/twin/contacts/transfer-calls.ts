import { memberFor } from '../corporation/corporation.ts'
import { pageOf } from '../cursor.ts'
import { type Call, post } from '../http/call.ts'
import { list, need, object, text, whole } from '../http/shapes.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { relationsOf } from './relations.ts'
import { askTransfer } from './transfer.ts'

const userid = need(text({ bytes: 64, code: 40003 }), 40003)
const pageSize = 1000
const asking = object({
  handover_userid: userid,
  takeover_userid: userid,
  external_userid: need(list(text({ bytes: 64, code: 40096 }), { least: 1, most: 100 })),
  transfer_success_msg: text({ chars: 200 }),
})
const looking = object({ handover_userid: userid, takeover_userid: userid, cursor: text() })
const seconds = (ms: number) => Math.floor(ms / 1000)

export const transferCalls: Call[] = [
  post('externalcontact/transfer_customer', {
    permission: 'contact',
    fields: asking,
    answer(world, fields, { app }) {
      memberFor(world, app, fields.handover_userid)
      memberFor(world, app, fields.takeover_userid)
      return { customer: askAll(world, fields, false) }
    },
  }),
  post('externalcontact/transfer_result', {
    permission: 'contact',
    lists: true,
    fields: looking,
    answer: (world, fields) => results(world, fields, false),
  }),
  post('externalcontact/resigned/transfer_customer', {
    permission: 'contact',
    fields: asking,
    answer(world, fields, { app }) {
      // 40097: still with the corporation (from memory, U).
      if (!world.corporation.members.get(fields.handover_userid)?.left) throw new Refusal(40097)
      memberFor(world, app, fields.takeover_userid)
      return { customer: askAll(world, fields, true) }
    },
  }),
  post('externalcontact/resigned/transfer_result', {
    permission: 'contact',
    lists: true,
    fields: looking,
    answer: (world, fields) => results(world, fields, true),
  }),
  post('externalcontact/get_unassigned_list', {
    permission: 'contact',
    lists: true,
    fields: object({ page_id: whole(), page_size: whole({ from: 1, to: pageSize }), cursor: text() }),
    answer(world, { page_size = pageSize, cursor }) {
      const left = [...world.corporation.members.values()].filter((member) => member.left)
      const waiting = left.flatMap((member) => relationsOf(world, member.userid))
      const { page, next_cursor } = pageOf(world, 'unassigned', waiting, cursor, page_size)
      const info = page.map((relation) => ({
        handover_userid: relation.userid,
        external_userid: relation.externalUserId,
        dimission_time: seconds(world.clock.now()),
      }))
      return { info, is_last: next_cursor === '', next_cursor }
    },
  }),
]

function askAll(
  world: World,
  fields: { handover_userid: string; takeover_userid: string; external_userid: string[] },
  resigned: boolean,
) {
  return fields.external_userid.map((external_userid) => ({
    external_userid,
    errcode: askTransfer(world, fields.handover_userid, fields.takeover_userid, external_userid, resigned),
  }))
}

function results(
  world: World,
  fields: { handover_userid: string; takeover_userid: string; cursor?: string },
  resigned: boolean,
) {
  const { handover_userid: from, takeover_userid: to, cursor } = fields
  const found = world.contacts.transfers.filter(
    (one) => one.from === from && one.to === to && one.resigned === resigned,
  )
  const { page, next_cursor } = pageOf(world, `transfers ${from} ${to} ${resigned}`, found, cursor, pageSize)
  const customer = page.map(({ externalUserId, status, doneAt }) => ({
    external_userid: externalUserId,
    status,
    ...(status === 1 && { takeover_time: seconds(doneAt) }),
  }))
  return { customer, next_cursor }
}

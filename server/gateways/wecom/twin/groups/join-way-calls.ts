import { type Call, post } from '../http/call.ts'
import { list, need, object, oneOf, text, whole } from '../http/shapes.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { groupFor } from './group.ts'
import type { JoinWay } from './state.ts'

const configId = need(text(), 41035)
const fields = {
  scene: need(oneOf([1, 2])),
  remark: text({ chars: 30 }),
  auto_create_room: oneOf([0, 1]),
  room_base_name: text({ chars: 40 }),
  room_base_id: whole(),
  chat_id_list: need(list(text(), { least: 1, most: 5, code: 41091 })),
  state: text({ chars: 30 }),
}

export const joinWayCalls: Call[] = [
  post('externalcontact/groupchat/add_join_way', {
    permission: 'contact',
    fields: object(fields),
    answer(world, given) {
      const configId = world.random('join ways').bytes(16).toString('hex')
      world.groups.joinWays.set(configId, wayFrom(world, configId, given))
      return { config_id: configId }
    },
  }),
  post('externalcontact/groupchat/get_join_way', {
    permission: 'contact',
    fields: object({ config_id: configId }),
    answer(world, { config_id }) {
      const way = wayFor(world, config_id)
      return {
        join_way: {
          config_id,
          scene: way.scene,
          remark: way.remark,
          auto_create_room: way.autoCreateRoom,
          room_base_name: way.roomBaseName,
          room_base_id: way.roomBaseId,
          chat_id_list: way.chatIds,
          state: way.state,
          qr_code: `${world.publicUrl}/qr/group?id=${config_id}`,
        },
      }
    },
  }),
  post('externalcontact/groupchat/update_join_way', {
    permission: 'contact',
    fields: object({ config_id: configId, ...fields }),
    answer(world, { config_id, ...given }) {
      // Everything is written over, what is left out included.
      wayFor(world, config_id)
      world.groups.joinWays.set(config_id, wayFrom(world, config_id, given))
      return {}
    },
  }),
  post('externalcontact/groupchat/del_join_way', {
    permission: 'contact',
    fields: object({ config_id: configId }),
    answer(world, { config_id }) {
      world.groups.joinWays.delete(wayFor(world, config_id).configId)
      return {}
    },
  }),
]

type Given = {
  scene: number
  chat_id_list: string[]
  remark?: string
  auto_create_room?: number
  room_base_name?: string
  room_base_id?: number
  state?: string
}

function wayFrom(world: World, configId: string, given: Given): JoinWay {
  for (const id of given.chat_id_list) groupFor(world, id)
  return {
    configId,
    scene: given.scene,
    remark: given.remark ?? '',
    autoCreateRoom: given.auto_create_room ?? 1,
    roomBaseName: given.room_base_name ?? '',
    roomBaseId: given.room_base_id ?? 1,
    chatIds: given.chat_id_list,
    state: given.state ?? '',
  }
}

function wayFor(world: World, configId: string): JoinWay {
  const way = world.groups.joinWays.get(configId)
  if (!way) throw new Refusal(41035)
  return way
}

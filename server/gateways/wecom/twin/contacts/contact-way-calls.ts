import { memberFor } from '../corporation/corporation.ts'
import { pageOf } from '../cursor.ts'
import { type Call, post } from '../http/call.ts'
import { anything, list, need, object, oneOf, text, truth, whole } from '../http/shapes.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { ContactWay } from './state.ts'

const day = 86_400
const people = {
  style: whole(),
  remark: text({ chars: 30 }),
  skip_verify: truth(),
  state: text({ chars: 30 }),
  user: list(text({ bytes: 64, code: 40003 }), { most: 100, code: 41041 }),
  party: list(whole(), { most: 100 }),
  expires_in: whole({ to: 14 * day }),
  chat_expires_in: whole({ to: 14 * day }),
  unionid: text(),
  conclusions: anything(),
}
const configId = need(text(), 41035)

export const contactWayCalls: Call[] = [
  post('externalcontact/add_contact_way', {
    permission: 'contact',
    fields: object({ type: need(oneOf([1, 2])), scene: need(oneOf([1, 2])), is_temp: truth(), ...people }),
    answer(world, fields, { app }) {
      const { type, scene, user = [], party = [], is_temp = false, expires_in = 7 * day } = fields
      if (type === 1 && (user.length !== 1 || party.length > 0)) throw new Refusal(40058, 'user')
      if (type === 2 && user.length + party.length === 0) throw new Refusal(40063, 'user')
      if (is_temp && type !== 1) throw new Refusal(40058, 'is_temp')
      for (const userid of user) memberFor(world, app, userid)
      const now = world.clock.now()
      const way: ContactWay = {
        configId: world.random('ways').bytes(16).toString('hex'),
        appName: app.name,
        createdAt: now,
        type,
        scene,
        style: fields.style ?? 1,
        remark: fields.remark ?? '',
        skipVerify: fields.skip_verify ?? true,
        state: fields.state ?? '',
        user,
        party,
        isTemp: is_temp,
        until: is_temp ? now + expires_in * 1000 : null,
      }
      world.contacts.ways.set(way.configId, way)
      return { config_id: way.configId, ...(scene === 2 && { qr_code: qrCodeOf(world, way) }) }
    },
  }),
  post('externalcontact/get_contact_way', {
    permission: 'contact',
    fields: object({ config_id: configId }),
    answer(world, { config_id }, { app }) {
      const way = wayFor(world, app.name, config_id)
      return {
        contact_way: {
          config_id,
          type: way.type,
          scene: way.scene,
          style: way.style,
          remark: way.remark,
          skip_verify: way.skipVerify,
          state: way.state,
          user: way.user,
          party: way.party,
          ...(way.scene === 2 && { qr_code: qrCodeOf(world, way) }),
        },
      }
    },
  }),
  post('externalcontact/update_contact_way', {
    permission: 'contact',
    fields: object({ config_id: configId, ...people }),
    answer(world, fields, { app }) {
      const way = wayFor(world, app.name, fields.config_id)
      for (const userid of fields.user ?? []) memberFor(world, app, userid)
      way.remark = fields.remark ?? way.remark
      way.skipVerify = fields.skip_verify ?? way.skipVerify
      way.state = fields.state ?? way.state
      way.user = fields.user ?? way.user
      way.party = fields.party ?? way.party
      return {}
    },
  }),
  post('externalcontact/del_contact_way', {
    permission: 'contact',
    fields: object({ config_id: configId }),
    answer(world, fields, { app }) {
      world.contacts.ways.delete(wayFor(world, app.name, fields.config_id).configId)
      return {}
    },
  }),
  post('externalcontact/list_contact_way', {
    permission: 'contact',
    lists: true,
    fields: object({
      start_time: whole(),
      end_time: whole(),
      cursor: text(),
      limit: whole({ from: 1, to: 1000 }),
    }),
    answer(world, { start_time = 0, end_time = 1e12, cursor, limit = 100 }, { app }) {
      const ways = [...world.contacts.ways.values()].filter(
        (way) =>
          way.appName === app.name && way.createdAt >= start_time * 1000 && way.createdAt < end_time * 1000,
      )
      const { page, next_cursor } = pageOf(world, 'contact ways', ways, cursor, limit)
      const contact_way = page.map((way) => ({ config_id: way.configId }))
      return { contact_way, ...(next_cursor && { next_cursor }) }
    },
  }),
]

/** An app sees only its own ways. */
function wayFor(world: World, appName: string, id: string): ContactWay {
  const way = world.contacts.ways.get(id)
  const over = way?.until !== null && way && way.until <= world.clock.now()
  if (!way || over || way.appName !== appName) throw new Refusal(41035)
  return way
}

const qrCodeOf = (world: World, way: ContactWay) => `${world.publicUrl}/qr/contact?id=${way.configId}`

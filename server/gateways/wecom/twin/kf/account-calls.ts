import { type Call, post } from '../http/call.ts'
import { need, object, text, whole } from '../http/shapes.ts'
import { mediaFor } from '../media/media.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { accountFor, isGranted, makeAccount } from './accounts.ts'
import type { KfAccount } from './state.ts'

const openKfId = need(text({ bytes: 64, code: 95000 }), 40063)
const name = text({ chars: 16, code: 95006 })
const mediaId = text({ bytes: 128 })

export const kfAccountCalls: Call[] = [
  post('kf/account/add', {
    permission: 'kf',
    fields: object({ name: need(name), media_id: need(mediaId) }),
    answer(world, fields, { app }) {
      if (world.kf.accounts.size >= world.settings.kf.accountsMost) throw new Refusal(95005)
      mediaFor(world, fields.media_id, ['image'])
      const account = makeAccount(world, fields.name, fields.media_id)
      if (app.kfAccounts !== 'all') app.kfAccounts.add(account.openKfId)
      return { open_kfid: account.openKfId }
    },
  }),
  post('kf/account/del', {
    permission: 'kf',
    fields: object({ open_kfid: openKfId }),
    answer(world, fields, { app }) {
      world.kf.accounts.delete(accountFor(world, app, fields.open_kfid).openKfId)
      return {}
    },
  }),
  post('kf/account/update', {
    permission: 'kf',
    fields: object({ open_kfid: openKfId, name, media_id: mediaId }),
    answer(world, fields, { app }) {
      const account = accountFor(world, app, fields.open_kfid)
      if (fields.media_id) account.mediaId = mediaFor(world, fields.media_id, ['image']).mediaId
      if (fields.name) account.name = fields.name
      return {}
    },
  }),
  post('kf/account/list', {
    permission: 'kf',
    lists: true,
    fields: object({ offset: whole(), limit: whole({ from: 1, to: 100 }) }),
    answer(world, { offset = 0, limit = 100 }, { app }) {
      const { listUngranted } = world.settings.kf
      const listed = [...world.kf.accounts.values()].filter(
        (one) => listUngranted || isGranted(app, one.openKfId),
      )
      const account_list = listed.slice(offset, offset + limit).map((account) => ({
        open_kfid: account.openKfId,
        name: account.name,
        avatar: `${world.publicUrl}/avatars/${account.openKfId}`,
        manage_privilege: isGranted(app, account.openKfId),
      }))
      return { account_list }
    },
  }),
  post('kf/add_contact_way', {
    permission: 'kf',
    fields: object({ open_kfid: openKfId, scene: text({ bytes: 32, pattern: /^[0-9a-zA-Z_-]+$/ }) }),
    answer: (world, fields, { app }) => ({
      url: doorOf(world, accountFor(world, app, fields.open_kfid), fields.scene ?? ''),
    }),
  }),
]

/** The link that opens the chat; the same account and scene have the same link. */
export function doorOf(world: World, account: KfAccount, scene: string): string {
  const known = account.doors.find((door) => door.scene === scene)
  if (known) return known.url
  const code = `kfcEMU${world.random('doors').letters(12)}`
  const url = `${world.publicUrl}/kfid/${code}?enc_scene=${world.random('doors').letters(10)}`
  account.doors.push({ scene, url })
  return url
}

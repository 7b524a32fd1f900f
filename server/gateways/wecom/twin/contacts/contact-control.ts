import { appsWith, notify } from '../callbacks/notify.ts'
import type { World } from '../world.ts'
import { addRelation, relationKey } from './relations.ts'
import type { Relation } from './state.ts'
import { addGroup, addTag } from './tag-calls.ts'
import { failTransfer, tellContact } from './transfer.ts'

type Adding = { state?: string; addWay?: number; half?: boolean }

/** What officers and customers do on their phones, and the administrator in the admin page: each of it is told. */
export function contactControl(world: World) {
  const { contacts } = world
  const has = (userid: string, externalUserId: string): Relation => {
    const relation = contacts.relations.get(relationKey(userid, externalUserId))
    if (!relation) throw new Error(`${userid} 没有客户 ${externalUserId}。`)
    return relation
  }

  const control = {
    relations: () => [...contacts.relations.values()],
    /** The two become contacts. Gives back the welcome code that was told, or null in the three cases without one. */
    add(userid: string, externalUserId: string, adding: Adding = {}): string | null {
      const { state = '', addWay = 1, half = false } = adding
      const before = contacts.relations.get(relationKey(userid, externalUserId))
      const chatted = before?.chatted ?? false
      addRelation(world, userid, externalUserId, { state, addWay, half, chatted })
      const code = chatted ? null : giveWelcomeCode(world, userid, externalUserId)
      const change = half ? 'add_half_external_contact' : 'add_external_contact'
      tellContact(world, change, userid, externalUserId, {
        ...(state && { State: state }),
        ...(code && { WelcomeCode: code }),
      })
      return code
    },
    /** A scan of a contact way's QR code; the second and further members of it in turn. */
    scan(configId: string, externalUserId: string): { userid: string; welcomeCode: string | null } {
      const way = contacts.ways.get(configId)
      if (!way) throw new Error('这个二维码已经失效。')
      const userid = way.user[world.random('ways').between(0, way.user.length - 1)]!
      const adding = { state: way.state, addWay: 1, half: false }
      return { userid, welcomeCode: control.add(userid, externalUserId, adding) }
    },
    /** The officer adds back a half contact. */
    confirm(userid: string, externalUserId: string): string | null {
      const relation = has(userid, externalUserId)
      relation.half = false
      const used = [...contacts.codes.values()].some(
        (one) => one.sent && one.userid === userid && one.externalUserId === externalUserId,
      )
      const code = used || relation.chatted ? null : giveWelcomeCode(world, userid, externalUserId)
      tellContact(world, 'add_external_contact', userid, externalUserId, {
        ...(relation.state && { State: relation.state }),
        ...(code && { WelcomeCode: code }),
      })
      return code
    },
    /** The officer removes the customer. */
    removeByOfficer(userid: string, externalUserId: string): void {
      has(userid, externalUserId)
      contacts.relations.delete(relationKey(userid, externalUserId))
      tellContact(world, 'del_external_contact', userid, externalUserId)
    },
    /** The customer removes the officer, who keeps the customer. */
    removeByCustomer(userid: string, externalUserId: string): void {
      has(userid, externalUserId).oneWay = true
      tellContact(world, 'del_follow_user', userid, externalUserId)
    },
    /** On the officer's phone; a change of the numbers alone is not told. */
    edit(userid: string, externalUserId: string, change: Partial<Relation>): void {
      const relation = has(userid, externalUserId)
      Object.assign(relation, change)
      if (Object.keys(change).every((name) => name === 'remarkMobiles')) return
      const state = relation.state ? { State: relation.state } : {}
      tellContact(world, 'edit_external_contact', userid, externalUserId, state)
    },
    /** A word between the two: from now on there is no welcome, and mass messages choose this officer. */
    chat(userid: string, externalUserId: string): void {
      const relation = has(userid, externalUserId)
      relation.chatted = true
      relation.lastInteractionAt = world.clock.now()
    },
    refuseTransfer(externalUserId: string, reason = 'customer_refused'): void {
      const transfer = contacts.transfers.find(
        (one) => one.externalUserId === externalUserId && one.status === 2,
      )
      if (!transfer) throw new Error('这位客户没有在等待的转接。')
      failTransfer(world, transfer, reason)
    },
    /** The member leaves the corporation. */
    leave(userid: string): void {
      const member = world.corporation.members.get(userid)
      if (member) member.left = true
      const fields = { ChangeType: 'delete_user', UserID: userid }
      notify(world, appsWith(world, 'contact'), 'change_contact', fields)
    },
    /** The administrator makes a tag in the admin page. */
    addTag(groupName: string, name: string): string {
      const known = [...contacts.tagGroups.values()].find((group) => group.name === groupName)
      const tag = addTag(world, known ?? addGroup(world, groupName), name)
      const fields = { Id: tag.id, TagType: 'tag', ChangeType: 'create' }
      notify(world, appsWith(world, 'contact'), 'change_external_tag', fields)
      return tag.id
    },
    welcomes: () => contacts.welcomes,
    ways: () => [...contacts.ways.values()],
    transfers: () => contacts.transfers,
  }
  return control
}

/** E18 */
function giveWelcomeCode(world: World, userid: string, externalUserId: string): string | null {
  const { nativeWelcome, welcomeCodeMs } = world.settings.contacts
  if (nativeWelcome) return null
  const code = `EMUwelcome${world.random('welcome').letters(32)}`
  const until = world.clock.now() + welcomeCodeMs
  world.contacts.codes.set(code, { userid, externalUserId, until, sent: false })
  return code
}

import { memberFor, seesMember } from '../corporation/corporation.ts'
import { pageOf } from '../cursor.ts'
import { type Call, get, post } from '../http/call.ts'
import { list, need, object, text, whole } from '../http/shapes.ts'
import { Refusal } from '../refusal.ts'
import { contactInfo, followInfo, followUser } from './contact-shapes.ts'
import { followersOf, relationFor, relationsOf } from './relations.ts'

const userid = need(text({ bytes: 64, code: 40003 }), 40003)
const externalUserId = need(text({ bytes: 64, code: 40096 }), 40096)
const cursor = text({ bytes: 128 })
const mostBatch = 100
const followersPerPage = 500

export const contactCalls: Call[] = [
  get('externalcontact/get_follow_user_list', {
    permission: 'contact',
    lists: true,
    fields: object({}),
    answer: (world, _fields, { app }) => ({
      follow_user: [...world.corporation.members.values()]
        .filter((member) => !member.left && seesMember(app, member.userid))
        .map((member) => member.userid),
    }),
  }),
  get('externalcontact/list', {
    permission: 'contact',
    lists: true,
    fields: object({ userid }),
    answer(world, fields, { app }) {
      const member = memberFor(world, app, fields.userid)
      const found = relationsOf(world, member.userid)
      if (found.length === 0 && world.settings.contacts.emptyListRefused) throw new Refusal(84061)
      return { external_userid: found.map((relation) => relation.externalUserId) }
    },
  }),
  get('externalcontact/get', {
    permission: 'contact',
    fields: object({ external_userid: externalUserId, cursor }),
    answer(world, fields, { app }) {
      if (!world.people.has(fields.external_userid)) throw new Refusal(40096)
      const found = followersOf(world, fields.external_userid).filter((one) => seesMember(app, one.userid))
      if (found.length === 0) throw new Refusal(84061)
      const scope = `followers ${fields.external_userid}`
      const { page, next_cursor } = pageOf(world, scope, found, fields.cursor, followersPerPage)
      return {
        external_contact: contactInfo(world, fields.external_userid),
        follow_user: page.map((relation) => followUser(world, relation)),
        ...(next_cursor && { next_cursor }),
      }
    },
  }),
  post('externalcontact/batch/get_by_user', {
    permission: 'contact',
    lists: true,
    fields: object({
      userid_list: need(list(text({ bytes: 64, code: 40003 }), { least: 1, most: 100 })),
      cursor,
      limit: whole({ from: 1 }),
    }),
    answer(world, { userid_list, cursor, limit = 50 }, { app }) {
      const found = userid_list.flatMap((id) => relationsOf(world, memberFor(world, app, id).userid))
      const scope = `batch ${[...userid_list].sort().join(' ')}`
      // More than a hundred is cut down without a word.
      const { page, next_cursor } = pageOf(world, scope, found, cursor, Math.min(limit, mostBatch))
      const external_contact_list = page.map((relation) => ({
        external_contact: contactInfo(world, relation.externalUserId),
        follow_info: followInfo(relation),
      }))
      return { external_contact_list, next_cursor }
    },
  }),
  post('externalcontact/remark', {
    permission: 'contact',
    fields: object({
      userid,
      external_userid: externalUserId,
      remark: text({ chars: 20 }),
      description: text({ chars: 150 }),
      remark_company: text({ chars: 20 }),
      remark_mobiles: list(text({ bytes: 32 }), { most: 50 }),
      remark_pic_mediaid: text(),
    }),
    answer(world, fields, { app }) {
      memberFor(world, app, fields.userid)
      const relation = relationFor(world, fields.userid, fields.external_userid)
      const { remark, description, remark_company, remark_mobiles, remark_pic_mediaid } = fields
      const given = [remark, description, remark_company, remark_mobiles, remark_pic_mediaid]
      if (given.every((one) => one === undefined)) throw new Refusal(40058, 'nothing to change')
      relation.remark = remark ?? relation.remark
      relation.description = description ?? relation.description
      relation.remarkCompany = remark_company ?? relation.remarkCompany
      // They replace what was there; a single empty one clears.
      if (remark_mobiles) relation.remarkMobiles = remark_mobiles.filter((one) => one !== '')
      return {}
    },
  }),
]

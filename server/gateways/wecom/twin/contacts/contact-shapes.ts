import type { World } from '../world.ts'
import type { Relation } from './state.ts'

export function contactInfo(world: World, externalUserId: string) {
  const person = world.people.get(externalUserId)!
  return {
    external_userid: externalUserId,
    name: person.name,
    avatar: person.avatar,
    type: externalUserId.startsWith('wo') ? 2 : 1,
    gender: person.gender,
    unionid: person.unionid,
  }
}

const common = (relation: Relation) => ({
  userid: relation.userid,
  remark: relation.remark,
  description: relation.description,
  createtime: Math.floor(relation.createdAt / 1000),
  remark_corp_name: relation.remarkCompany,
  remark_mobiles: relation.remarkMobiles,
  oper_userid: relation.operUserid,
  add_way: relation.addWay,
  ...(relation.state && { state: relation.state }),
})

/** As externalcontact/get has it: tags with their names. */
export function followUser(world: World, relation: Relation) {
  const tags = [...world.contacts.tagGroups.values()].flatMap((group) =>
    [...group.tags.values()]
      .filter((tag) => relation.tags.has(tag.id))
      .map((tag) => ({ group_name: group.name, tag_name: tag.name, tag_id: tag.id, type: 1 })),
  )
  return { ...common(relation), tags }
}

/** As batch/get_by_user has it: one object, and tags by id alone. */
export function followInfo(relation: Relation) {
  return { ...common(relation), tag_id: [...relation.tags] }
}

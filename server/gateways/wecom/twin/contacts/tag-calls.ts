import { memberFor } from '../corporation/corporation.ts'
import { type Call, post } from '../http/call.ts'
import { list, need, object, text, whole } from '../http/shapes.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { relationFor } from './relations.ts'
import type { Tag, TagGroup } from './state.ts'

const name = text({ chars: 30, code: 40072 })
const ids = list(text({ bytes: 64, code: 40068 }), { most: 1000 })

export const tagCalls: Call[] = [
  post('externalcontact/get_corp_tag_list', {
    permission: 'contact',
    fields: object({ tag_id: ids, group_id: ids }),
    answer(world, { tag_id = [], group_id = [] }) {
      const wanted = (group: TagGroup) =>
        (tag_id.length === 0 && group_id.length === 0) ||
        group_id.includes(group.id) ||
        tag_id.some((id) => group.tags.has(id))
      return { tag_group: [...world.contacts.tagGroups.values()].filter(wanted).map(groupShape) }
    },
  }),
  post('externalcontact/add_corp_tag', {
    permission: 'contact',
    fields: object({
      group_id: text(),
      group_name: name,
      order: whole(),
      tag: need(list(object({ name: need(name), order: whole() }), { least: 1 })),
      agentid: whole(),
    }),
    answer(world, { group_id, group_name, order = 0, tag }) {
      const groups = world.contacts.tagGroups
      let group = group_id ? groups.get(group_id) : findGroup(world, group_name ?? '')
      if (group_id && !group) throw new Refusal(40068, 'group_id')
      if (!group && !group_name) throw new Refusal(40063, 'group_name')
      if (countTags(world) + tag.length > world.settings.contacts.tagsMost) throw new Refusal(40126)
      group ??= addGroup(world, group_name!, order)
      for (const { name, order = 0 } of tag) addTag(world, group, name, order)
      return { tag_group: groupShape(group) }
    },
  }),
  post('externalcontact/edit_corp_tag', {
    permission: 'contact',
    fields: object({ id: need(text(), 40068), name, order: whole(), agentid: whole() }),
    answer(world, { id, name, order }) {
      const group = world.contacts.tagGroups.get(id)
      const holder = group ?? [...world.contacts.tagGroups.values()].find(({ tags }) => tags.has(id))
      if (!holder) throw new Refusal(40068)
      const edited = group ?? holder.tags.get(id)!
      const beside = group ? [...world.contacts.tagGroups.values()] : [...holder.tags.values()]
      if (name && beside.some((one) => one !== edited && one.name === name)) throw new Refusal(40071)
      edited.name = name ?? edited.name
      edited.order = order ?? edited.order
      return {}
    },
  }),
  post('externalcontact/del_corp_tag', {
    permission: 'contact',
    fields: object({ tag_id: ids, group_id: ids, agentid: whole() }),
    answer(world, { tag_id = [], group_id = [] }) {
      if (tag_id.length + group_id.length === 0) throw new Refusal(40063, 'tag_id')
      for (const id of group_id) world.contacts.tagGroups.delete(id)
      for (const id of tag_id) removeTag(world, id)
      return {}
    },
  }),
  post('externalcontact/mark_tag', {
    permission: 'contact',
    fields: object({
      userid: need(text({ bytes: 64, code: 40003 }), 40003),
      external_userid: need(text({ bytes: 64, code: 40096 }), 40096),
      add_tag: ids,
      remove_tag: ids,
    }),
    answer(world, { userid, external_userid, add_tag = [], remove_tag = [] }, { app }) {
      if (add_tag.length + remove_tag.length === 0) throw new Refusal(40063, 'add_tag')
      memberFor(world, app, userid)
      const relation = relationFor(world, userid, external_userid)
      const all = [...world.contacts.tagGroups.values()].flatMap(({ tags }) => [...tags.keys()])
      if (add_tag.some((id) => !all.includes(id))) throw new Refusal(40068)
      for (const id of add_tag) relation.tags.add(id)
      for (const id of remove_tag) relation.tags.delete(id)
      return {}
    },
  }),
]

const seconds = (ms: number) => Math.floor(ms / 1000)
const tagShape = ({ id, name, createdAt, order }: Tag) => ({
  id,
  name,
  create_time: seconds(createdAt),
  order,
})
const groupShape = ({ id, name, createdAt, order, tags }: TagGroup) => ({
  group_id: id,
  group_name: name,
  create_time: seconds(createdAt),
  order,
  tag: [...tags.values()].map(tagShape),
})

const findGroup = (world: World, name: string) =>
  [...world.contacts.tagGroups.values()].find((group) => group.name === name)

function countTags(world: World): number {
  return [...world.contacts.tagGroups.values()].reduce((sum, { tags }) => sum + tags.size, 0)
}

export function addGroup(world: World, name: string, order = 0): TagGroup {
  const id = `etEMU${world.random('tags').letters(27)}`
  const group = { id, name, createdAt: world.clock.now(), order, tags: new Map() }
  world.contacts.tagGroups.set(id, group)
  return group
}

/** A name that is there already is that tag. */
export function addTag(world: World, group: TagGroup, name: string, order = 0): Tag {
  const known = [...group.tags.values()].find((tag) => tag.name === name)
  if (known) return known
  const id = `etEMU${world.random('tags').letters(27)}`
  const tag = { id, name, createdAt: world.clock.now(), order }
  group.tags.set(id, tag)
  return tag
}

/** The last one takes its group along. */
function removeTag(world: World, id: string): void {
  for (const group of world.contacts.tagGroups.values()) {
    group.tags.delete(id)
    if (group.tags.size === 0) world.contacts.tagGroups.delete(group.id)
  }
  for (const relation of world.contacts.relations.values()) relation.tags.delete(id)
}

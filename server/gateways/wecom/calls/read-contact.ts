import { listOf, numberOf, recordOf, textOf, textsOf } from '../api/untrusted.ts'

/** kind: 1 a person on WeChat, 2 on WeCom. */
export type Contact = { externalUserId: string; name: string; avatar: string; kind: number; unionId: string }

/**
 * What one member has with a contact. tags: ids, of which get knows the names too. addWay: the vendor's number, more
 * of which exist than are documented. state: the door's own word, given when the door was made.
 */
export type Follow = {
  userId: string
  remark: string
  description: string
  createdAt: number | undefined
  tags: { id: string; name: string; group: string; kind: number }[]
  mobiles: string[]
  addWay: number | undefined
  state: string
}

export function readContact(value: unknown): Contact {
  const contact = recordOf(value)
  return {
    externalUserId: textOf(contact['external_userid']),
    name: textOf(contact['name']),
    avatar: textOf(contact['avatar']),
    kind: numberOf(contact['type']) ?? 0,
    unionId: textOf(contact['unionid']),
  }
}

/** Serves both shapes: tags[] with names (get), tag_id[] without (batch/get_by_user). */
export function readFollow(value: unknown): Follow {
  const follow = recordOf(value)
  const named = listOf(follow['tags'], (item) => {
    const tag = recordOf(item)
    const kind = numberOf(tag['type']) ?? 0
    return {
      id: textOf(tag['tag_id']),
      name: textOf(tag['tag_name']),
      group: textOf(tag['group_name']),
      kind,
    }
  })
  const bare = textsOf(follow['tag_id']).map((id) => ({ id, name: '', group: '', kind: 1 }))
  return {
    userId: textOf(follow['userid']),
    remark: textOf(follow['remark']),
    description: textOf(follow['description']),
    createdAt: numberOf(follow['createtime']),
    tags: [...named, ...bare],
    mobiles: textsOf(follow['remark_mobiles']),
    addWay: numberOf(follow['add_way']),
    state: textOf(follow['state']),
  }
}

import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { listOf, numberOf, recordOf, textOf } from '../api/untrusted.ts'

export type CorpTag = { id: string; name: string; order: number; deleted: boolean }

export type CorpTagGroup = CorpTag & { tags: CorpTag[] }

export async function listCorpTags(api: Api): Promise<CorpTagGroup[]> {
  const path = 'externalcontact/get_corp_tag_list'
  const answer = await callApi(api, { method: 'POST', path, body: {}, expects: 'tag_group' })
  return listOf(answer['tag_group'], (item) => {
    const group = recordOf(item)
    return {
      ...readTag(group, 'group_id', 'group_name'),
      tags: listOf(group['tag'], (tag) => readTag(recordOf(tag), 'id', 'name')),
    }
  })
}

function readTag(tag: Record<string, unknown>, id: string, name: string): CorpTag {
  const order = numberOf(tag['order']) ?? 0
  return { id: textOf(tag[id]), name: textOf(tag[name]), order, deleted: tag['deleted'] === true }
}

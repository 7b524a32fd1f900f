import type { Member } from '../corporation/app.ts'
import type { World } from '../world.ts'

/** Whose WeCom a page plays: the one of `who`, else the first. */
export function officerOf(world: World, url: URL): Member {
  const { members } = world.corporation
  const officer = members.get(url.searchParams.get('who') ?? '') ?? [...members.values()][0]
  if (!officer) throw new Error('企业里还没有成员。')
  return officer
}

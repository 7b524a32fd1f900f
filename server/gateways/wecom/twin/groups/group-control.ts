import type { World } from '../world.ts'
import { changeGroup, groupWith, makeGroup, shapeNow, tellGroup } from './group.ts'
import type { Group, GroupMember } from './state.ts'

type Joining = { joinScene?: 1 | 2 | 3; invitor?: string; state?: string; nickname?: string }

/** What people do to a group in their clients; each of it is told, in no more words than the vendor's. */
export function groupControl(world: World) {
  const join = (group: Group, ids: string[], joining: Joining = {}) => {
    const members = ids.map((id) => memberFrom(world, id, joining))
    const { last, current } = changeGroup(world, group, { members: [...shapeNow(group).members, ...members] })
    tellGroup(world, group, 'update', {
      UpdateDetail: 'add_member',
      JoinScene: joining.joinScene ?? 1,
      ...memberChange(world, ids, last, current),
    })
  }

  return {
    all: () => [...world.groups.groups.values()].map((group) => ({ ...group, shape: shapeNow(group) })),
    create(owner: string, name: string, ids: string[] = []): string {
      const members = [owner, ...ids].map((id) => memberFrom(world, id, {}))
      const group = makeGroup(world, { name, owner, notice: '', members, admins: [] })
      tellGroup(world, group, 'create')
      return group.chatId
    },
    join: (chatId: string, ids: string[], joining: Joining = {}) =>
      join(groupWith(world, chatId), ids, joining),
    /** A scan of a join way: the first group with room, or a new one where the way makes them. */
    joinByWay(configId: string, externalUserId: string): string {
      const way = world.groups.joinWays.get(configId)
      if (!way) throw new Error('这个二维码已经失效。')
      const { membersMost } = world.settings.groups
      const groups = way.chatIds.map((id) => groupWith(world, id))
      let group = groups.find((one) => !one.dismissed && shapeNow(one).members.length < membersMost)
      if (!group && way.autoCreateRoom === 1) {
        const { owner } = shapeNow(groups[0]!)
        const name = `${way.roomBaseName}${way.roomBaseId++}`
        const members = [memberFrom(world, owner, {})]
        group = makeGroup(world, { name, owner, notice: '', members, admins: [] })
        way.chatIds.push(group.chatId)
        tellGroup(world, group, 'create')
      }
      if (!group) throw new Error('这个二维码下的群都满了。')
      join(group, [externalUserId], { joinScene: 3, state: way.state })
      return group.chatId
    },
    /** Left (0) or was removed by the owner (1). */
    leave(chatId: string, ids: string[], quitScene: 0 | 1 = 0): void {
      const group = groupWith(world, chatId)
      const members = shapeNow(group).members.filter(({ userid }) => !ids.includes(userid))
      const { last, current } = changeGroup(world, group, { members })
      tellGroup(world, group, 'update', {
        UpdateDetail: 'del_member',
        QuitScene: quitScene,
        ...memberChange(world, ids, last, current),
      })
    },
    rename(chatId: string, name: string): void {
      const group = groupWith(world, chatId)
      changeGroup(world, group, { name })
      tellGroup(world, group, 'update', { UpdateDetail: 'change_name' })
    },
    setNotice(chatId: string, notice: string): void {
      const group = groupWith(world, chatId)
      changeGroup(world, group, { notice })
      tellGroup(world, group, 'update', { UpdateDetail: 'change_notice' })
    },
    changeOwner(chatId: string, owner: string): void {
      const group = groupWith(world, chatId)
      changeGroup(world, group, { owner })
      tellGroup(world, group, 'update', { UpdateDetail: 'change_owner' })
    },
    dismiss(chatId: string): void {
      const group = groupWith(world, chatId)
      group.dismissed = true
      tellGroup(world, group, 'dismiss')
    },
    joinWays: () => [...world.groups.joinWays.values()],
  }
}

function memberFrom(world: World, id: string, joining: Joining): GroupMember {
  const { joinScene = 1, invitor, state, nickname = '' } = joining
  const type = world.corporation.members.has(id) ? 1 : 2
  return {
    userid: id,
    type,
    joinedAt: world.clock.now(),
    joinScene,
    nickname,
    ...(invitor && { invitor }),
    ...(state && { state }),
  }
}

function memberChange(world: World, ids: string[], last: string, current: string) {
  const commas = world.settings.groups.memberListForm === 'commas'
  return {
    MemChangeCnt: ids.length,
    MemChangeList: commas ? ids.join(',') : { Item: ids },
    LastMemVer: last,
    CurMemVer: current,
  }
}

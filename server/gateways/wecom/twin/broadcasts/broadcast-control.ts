import { relationKey } from '../contacts/relations.ts'
import type { World } from '../world.ts'
import { countSend, mayReceive } from './cap.ts'
import type { Broadcast, Target } from './state.ts'

export function broadcastControl(world: World) {
  return {
    all: () => [...world.broadcasts.all.values()],
    /** The officer taps "send" on the phone; `only` are those she ticked (allow_select). */
    confirm(msgid: string, userid: string, only?: string[]): void {
      const broadcast = world.broadcasts.all.get(msgid)
      const task = broadcast?.tasks.get(userid)
      if (!broadcast || !task) throw new Error('这位民警没有这项任务。')
      if (broadcast.cancelled) throw new Error('这条群发已经撤销。')
      task.status = 2
      task.sentAt = world.clock.now()
      for (const target of task.targets)
        if (!only || only.includes(target.id)) sendTo(world, broadcast, userid, target)
    },
  }
}

/** 1 sent, 2 no longer a contact, 3 over the cap. */
function sendTo(world: World, broadcast: Broadcast, userid: string, target: Target): void {
  if (target.status !== 0) return
  const relation = world.contacts.relations.get(relationKey(userid, target.id))
  const reachable = broadcast.chatType === 'group' || (relation && !relation.oneWay && !relation.half)
  if (!reachable) {
    target.status = 2
    return
  }
  if (!mayReceive(world, target.id)) {
    target.status = 3
    return
  }
  target.status = 1
  target.sentAt = world.clock.now()
  countSend(world, target.id)
}

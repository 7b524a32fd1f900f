import type { World } from '../world.ts'

export function momentControl(world: World) {
  return {
    all: () => [...world.moments.moments.values()],
    /** The officer publishes it on the phone. */
    publish(momentId: string, userid: string): void {
      const moment = world.moments.moments.get(momentId)
      if (!moment?.tasks.has(userid)) throw new Error('这位民警没有这项任务。')
      moment.tasks.set(userid, 1)
    },
    comment(momentId: string, userid: string, externalUserId: string, content: string): void {
      const moment = world.moments.moments.get(momentId)
      moment?.comments.push({ userid, externalUserId, content, at: world.clock.now() })
    },
    /** The next job ends with this inner errcode. */
    failNext(errcode: number): void {
      world.moments.failures.push(errcode)
    },
  }
}

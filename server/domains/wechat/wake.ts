import { EventEmitter } from 'node:events'

/** Wakes this process's worker of a station's channel; the argument is the station's id. Others look every second. */
export const wechatWakes = new EventEmitter().setMaxListeners(0)

export function wakeWechat(stationId: string): void {
  wechatWakes.emit('station', stationId)
}

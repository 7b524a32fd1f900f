import type { App, Source } from '../corporation/app.ts'
import type { World } from '../world.ts'
import { dispatch } from './dispatch.ts'
import { varyXml } from './vary-xml.ts'
import { type Xml, xmlOf } from './xml.ts'

/**
 * Tells apps of an event. `fields` comes after the four every event has; FromUserName `sys` is left out of
 * kf_msg_or_event, as the vendor does. Two events of one second differ in nothing a receiver may count on (E11).
 */
export function notify(
  world: World,
  apps: App[],
  event: string,
  fields: { [name: string]: Xml | undefined },
  from: string | undefined = 'sys',
): void {
  const xml = xmlOf({
    ToUserName: world.settings.corporation.corpId,
    FromUserName: event === 'kf_msg_or_event' ? undefined : from,
    CreateTime: world.clock.seconds(),
    MsgType: 'event',
    Event: event,
    ...fields,
  })
  const change = fields.ChangeType
  const name = typeof change === 'string' ? `${event}/${change}` : event
  const source = sourceOf(event)
  for (const app of apps)
    if (app.seals[source].length > 0) dispatch(world, app, source, name, varyXml(world, xml))
}

/** A text that a member writes to an application: no event, and always to the application's own place. */
export function notifyMessage(world: World, app: App, from: string, fields: { [name: string]: Xml }): void {
  const xml = xmlOf({
    ToUserName: world.settings.corporation.corpId,
    FromUserName: from,
    CreateTime: world.clock.seconds(),
    MsgType: 'text',
    ...fields,
    AgentID: app.agentId,
  })
  if (app.seals.application.length > 0) dispatch(world, app, 'application', 'text', varyXml(world, xml))
}

/** Which place of the admin console says where an event goes. */
const sourceOf = (event: string): Source =>
  event.startsWith('kf_')
    ? 'customer_service'
    : event.startsWith('change_external_')
      ? 'contacts'
      : 'application'

export function appsWith(world: World, permission: 'contact' | 'kf' | 'message'): App[] {
  return [...world.corporation.apps.values()].filter((app) => app.permissions.has(permission))
}

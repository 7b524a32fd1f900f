import type { App } from '../corporation/app.ts'
import { seesMember } from '../corporation/corporation.ts'
import type { Answer } from '../http/call.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'

type Sending = {
  touser?: string
  toparty?: string
  totag?: string
  msgtype: string
  agentid: number
  enable_duplicate_check?: number
  duplicate_check_interval?: number
}

const mostTargets = 1000
const textBytes = 2048
const defaultInterval = 1800

/** E24: whoever cannot be reached is listed in lower case beside errcode 0; over the limit, dropped without a word. */
export function sendMessage(world: World, app: App, fields: Sending): Answer {
  const { touser = '', toparty = '', totag = '', msgtype } = fields
  const { targetsFirst } = world.settings.messages
  if (targetsFirst && touser && targetsOf(world, app, touser).reached.length === 0) throw new Refusal(81013)
  if (fields.agentid !== app.agentId) throw new Refusal(301002)
  if (app.closed) throw new Refusal(50003)
  const body = (fields as Record<string, unknown>)[msgtype] as Record<string, unknown> | undefined
  if (!body) throw new Refusal(msgtype === 'text' ? 44004 : 40063, msgtype)
  const content = body.content
  if (msgtype === 'text' && !content) throw new Refusal(44004)
  if (typeof content === 'string' && Buffer.byteLength(content) > textBytes) throw new Refusal(45002)
  if (!touser && !toparty && !totag) throw new Refusal(82001)
  const { reached, invalid } = targetsOf(world, app, touser)
  if (reached.length === 0) throw new Refusal(81013)
  const lists = {
    invaliduser: invalid.join('|').toLowerCase(),
    invalidparty: '',
    invalidtag: '',
    unlicenseduser: '',
  }
  const repeated = fields.enable_duplicate_check === 1 ? repeatOf(world, fields) : null
  if (repeated) return { ...lists, msgid: repeated }
  const msgid = `EMUmsg${world.random('messages').letters(30)}`
  const to = reached.filter((userid) => mayDeliver(world, app, userid))
  world.messages.all.push({
    msgid,
    appName: app.name,
    at: world.clock.now(),
    msgtype,
    body,
    to,
    recalled: false,
    updated: null,
  })
  if (fields.enable_duplicate_check === 1) remember(world, fields, msgid)
  const code = hasButtons(msgtype, body) ? giveResponseCode(world, msgid, null) : null
  return { ...lists, msgid, ...(code && { response_code: code }) }
}

function targetsOf(world: World, app: App, touser: string) {
  const members = [...world.corporation.members.values()].filter(
    (member) => !member.left && seesMember(app, member.userid),
  )
  if (touser === '@all') return { reached: members.map(({ userid }) => userid), invalid: [] }
  const wanted = [...new Set(touser.split('|').filter(Boolean))]
  if (wanted.length > mostTargets) throw new Refusal(40058, 'touser')
  const byName = new Map(members.map(({ userid }) => [userid.toLowerCase(), userid]))
  return {
    reached: wanted.flatMap((id) => byName.get(id.toLowerCase()) ?? []),
    invalid: wanted.filter((id) => !byName.has(id.toLowerCase())),
  }
}

function mayDeliver(world: World, app: App, userid: string): boolean {
  const { perMemberMinute, perMemberHour } = world.settings.messages
  const key = `${app.name} ${userid}`
  const now = world.clock.now()
  const past = (world.messages.deliveries.get(key) ?? []).filter((at) => now - at < 3_600_000)
  const lastMinute = past.filter((at) => now - at < 60_000).length
  const may = lastMinute < perMemberMinute && past.length < perMemberHour
  if (may) past.push(now)
  else world.messages.dropped++
  world.messages.deliveries.set(key, past)
  return may
}

function repeatOf(world: World, fields: Sending): string | null {
  const held = world.messages.recent.get(JSON.stringify(fields))
  return held && held.until > world.clock.now() ? held.msgid : null
}

function remember(world: World, fields: Sending, msgid: string): void {
  const until = world.clock.now() + (fields.duplicate_check_interval ?? defaultInterval) * 1000
  world.messages.recent.set(JSON.stringify(fields), { msgid, until })
}

const buttonCards = ['button_interaction', 'vote_interaction', 'multiple_interaction']

export function hasButtons(msgtype: string, body: Record<string, unknown>): boolean {
  return msgtype === 'template_card' && buttonCards.includes(String(body.card_type))
}

/** For one update_template_card within a day. */
export function giveResponseCode(world: World, msgid: string, userid: string | null): string {
  const code = `EMUresponse${world.random('responses').letters(40)}`
  const until = world.clock.now() + world.settings.messages.responseCodeMs
  world.messages.codes.set(code, { code, msgid, userid, until, used: false })
  return code
}

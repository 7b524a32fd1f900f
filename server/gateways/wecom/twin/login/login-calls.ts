import { seesMember } from '../corporation/corporation.ts'
import { type Call, get, post } from '../http/call.ts'
import { countIn } from '../http/rates.ts'
import { need, object, text } from '../http/shapes.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'

const hour = 3_600_000
const ticketsPerHour = { corporation: 400, app: 100 }
const ticketLifeMs = 2 * hour

export const loginCalls: Call[] = [
  get('auth/getuserinfo', {
    permission: 'token',
    fields: object({ code: need(text({ bytes: 512, code: 40029 }), 40029) }),
    answer(world, { code }, { app }) {
      const held = world.login.codes.get(code)
      if (!held || held.appName !== app.name) throw new Refusal(40029)
      if (held.used) throw new Refusal(42022)
      if (held.until <= world.clock.now()) throw new Refusal(42003)
      held.used = true
      const member = world.corporation.members.get(held.who)
      if (!member || member.left) {
        const person = world.people.get(held.who)
        return {
          openid: `oEMU${held.who.slice(-10)}`,
          ...(person && { external_userid: person.externalUserId }),
        }
      }
      if (!seesMember(app, member.userid)) throw new Refusal(50002)
      const ticket = held.privateInfo ? giveTicket(world, member.userid) : null
      return { userid: member.userid, ...(ticket && { user_ticket: ticket }) }
    },
  }),
  post('auth/getuserdetail', {
    permission: 'token',
    fields: object({ user_ticket: need(text(), 84014) }),
    answer(world, { user_ticket }) {
      const held = world.login.tickets.get(user_ticket)
      if (!held) throw new Refusal(84014)
      if (held.until <= world.clock.now()) throw new Refusal(84015)
      return {
        userid: held.userid,
        gender: '1',
        avatar: '',
        qr_code: '',
        mobile: '',
        email: '',
        biz_mail: '',
      }
    },
  }),
  get('get_jsapi_ticket', {
    permission: 'token',
    fields: object({}),
    answer(world) {
      countIn(world, 'jsapi tickets', hour, ticketsPerHour.corporation)
      return jsTicket(world, 'corporation')
    },
  }),
  get('ticket/get', {
    permission: 'token',
    fields: object({ type: need(text(), 91040) }),
    answer(world, { type }, { app }) {
      if (type !== 'agent_config') throw new Refusal(91040)
      countIn(world, `agent tickets ${app.name}`, hour, ticketsPerHour.app)
      return jsTicket(world, app.name)
    },
  }),
]

function giveTicket(world: World, userid: string): string {
  const ticket = `EMUticket${world.random('login').letters(40)}`
  world.login.tickets.set(ticket, { userid, until: world.clock.now() + world.settings.login.ticketMs })
  return ticket
}

/** The same one until it is over, as with access tokens. */
function jsTicket(world: World, of: string) {
  const now = world.clock.now()
  let held = world.login.jsTickets.get(of)
  if (!held || held.until <= now) {
    held = { ticket: `EMUjs${world.random('login').letters(60)}`, until: now + ticketLifeMs }
    world.login.jsTickets.set(of, held)
  }
  return { ticket: held.ticket, expires_in: Math.ceil((held.until - now) / 1000) }
}

import { type Call, get } from '../http/call.ts'
import { need, object, text } from '../http/shapes.ts'
import { Refusal } from '../refusal.ts'
import { memberFor } from './corporation.ts'

/** The one department of the invented corporation. */
const root = 1

/** Who is in an application's visible range: the whole corporation is its root department, else single members. */
export const memberCalls: Call[] = [
  get('agent/get', {
    permission: 'token',
    fields: object({ agentid: need(text({ code: 40056 }), 40056) }),
    answer(_world, { agentid }, { app }) {
      if (Number(agentid) !== app.agentId) throw new Refusal(301002)
      const users = app.sees === 'all' ? [] : [...app.sees].map((userid) => ({ userid }))
      return {
        agentid: app.agentId,
        name: app.name,
        square_logo_url: '',
        description: '',
        close: app.closed ? 1 : 0,
        // U: whether a private deployment tells it; the public server does, '' where none is set.
        ...(app.redirectDomain !== null && { redirect_domain: app.redirectDomain }),
        report_location_flag: 0,
        isreportenter: 0,
        home_url: '',
        allow_userinfos: { user: users },
        allow_partys: { partyid: app.sees === 'all' ? [root] : [] },
        allow_tags: { tagid: [] },
      }
    },
  }),
  get('user/simplelist', {
    permission: 'token',
    lists: true,
    fields: object({ department_id: need(text()), fetch_child: text() }),
    answer({ corporation }, { department_id }, { app }) {
      if (Number(department_id) !== root || app.sees !== 'all') throw new Refusal(60011, 'department_id')
      const staying = [...corporation.members.values()].filter((member) => !member.left)
      return { userlist: staying.map(({ userid, name }) => ({ userid, name, department: [root] })) }
    },
  }),
  get('user/get', {
    permission: 'token',
    fields: object({ userid: need(text({ bytes: 64 })) }),
    answer(world, { userid }, { app }) {
      const member = memberFor(world, app, userid)
      return { userid: member.userid, name: member.name, department: [root], status: 1 }
    },
  }),
]

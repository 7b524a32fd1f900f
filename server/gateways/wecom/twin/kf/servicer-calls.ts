import { memberFor } from '../corporation/corporation.ts'
import { type Call, get, post } from '../http/call.ts'
import { list, need, object, text, whole } from '../http/shapes.ts'
import { Refusal } from '../refusal.ts'
import { accountFor } from './accounts.ts'

const openKfId = need(text({ bytes: 64, code: 95000 }))
const targets = object({
  open_kfid: openKfId,
  userid_list: list(text({ bytes: 64 }), { most: 100 }),
  department_id_list: list(whole(), { most: 100 }),
})

type Result = { userid?: string; department_id?: number; errcode: number; errmsg: string }

const done = (target: { userid: string } | { department_id: number }, changed: boolean): Result => ({
  ...target,
  errcode: 0,
  errmsg: changed ? 'success' : 'ignored',
})

export const kfServicerCalls: Call[] = [
  post('kf/servicer/add', {
    permission: 'kf',
    fields: targets,
    answer(world, { open_kfid, userid_list = [], department_id_list = [] }, { app }) {
      const account = accountFor(world, app, open_kfid)
      if (userid_list.length + department_id_list.length === 0) throw new Refusal(40063, 'userid_list')
      if (account.servicers.size + userid_list.length > world.settings.kf.servicersMost)
        throw new Refusal(40058, 'too many servicers')
      const result_list: Result[] = userid_list.map((userid) => {
        try {
          memberFor(world, app, userid)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          return { userid, errcode: error.errcode, errmsg: error.message }
        }
        const known = account.servicers.has(userid)
        if (!known) account.servicers.set(userid, { userid, serving: true, stopType: 0 })
        return done({ userid }, !known)
      })
      for (const department_id of department_id_list) {
        result_list.push(done({ department_id }, !account.departments.has(department_id)))
        account.departments.add(department_id)
      }
      return { result_list }
    },
  }),
  post('kf/servicer/del', {
    permission: 'kf',
    fields: targets,
    answer(world, { open_kfid, userid_list = [], department_id_list = [] }, { app }) {
      const account = accountFor(world, app, open_kfid)
      const result_list = [
        ...userid_list.map((userid) => done({ userid }, account.servicers.delete(userid))),
        ...department_id_list.map((department_id) =>
          done({ department_id }, account.departments.delete(department_id)),
        ),
      ]
      return { result_list }
    },
  }),
  get('kf/servicer/list', {
    permission: 'kf',
    lists: true,
    fields: object({ open_kfid: openKfId }),
    answer(world, fields, { app }) {
      const account = accountFor(world, app, fields.open_kfid)
      const servicer_list = [
        ...[...account.servicers.values()].map(({ userid, serving, stopType }) =>
          serving ? { userid, status: 0 } : { userid, status: 1, stop_type: stopType },
        ),
        ...[...account.departments].map((department_id) => ({ department_id })),
      ]
      return { servicer_list }
    },
  }),
]

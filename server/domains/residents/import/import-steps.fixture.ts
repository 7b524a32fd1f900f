import assert from 'node:assert/strict'
import type { startTestServer } from '../../../../test/server.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { workOnImport } from './work-on-import.ts'

const heads = ['姓名', '与户主关系', '村', '组', '门牌', '电话', '出生日期', '外出地', '备注']
export const csv = (rows: string[][], head = heads) =>
  Buffer.from([head, ...rows].map((row) => row.join(',')).join('\r\n'))

/** The way of a roster as the chief goes it on the screen, each step with its job done. */
export function importSteps({ as, world, context }: Awaited<ReturnType<typeof startTestServer>>) {
  const chief = as('chief')
  const { stationId } = world
  const post = (path: string, payload?: object, by = chief) =>
    by({ method: 'POST', url: `/api/register-imports${path}`, ...(payload && { payload }) })
  async function upload(bytes: Buffer): Promise<string> {
    const answer = await post('', { name: '花名册.csv', content: bytes.toString('base64') })
    assert.equal(answer.statusCode, 201, answer.body)
    return answer.json().id
  }
  const show = async (id: string) => (await chief({ url: `/api/register-imports/${id}` })).json()
  const work = (id: string) => workOnImport(context, { stationId, importId: id })
  async function rowsOf(id: string, result = '') {
    const query = result ? `?result=${result}&limit=100` : '?limit=100'
    return (await chief({ url: `/api/register-imports/${id}/rows${query}` })).json().items
  }
  async function check(id: string, more: object = {}) {
    const { columns } = await show(id)
    const payload = { columns: columns.map((column: { field: string | null }) => column.field), ...more }
    const answer = await post(`/${id}/check`, payload)
    assert.equal(answer.statusCode, 200, answer.body)
    await work(id)
    return show(id)
  }
  async function start(id: string) {
    assert.equal((await post(`/${id}/start`)).statusCode, 200)
    await work(id)
    return show(id)
  }
  async function bring(rows: string[][]) {
    const id = await upload(csv(rows))
    return { id, checked: await check(id), done: await start(id) }
  }
  const sql = (text: string, values: unknown[] = []) =>
    inStation(context.pool, stationId, async ({ client }) => (await client.query(text, values)).rows)
  const person = async (name: string) =>
    (
      await sql(
        `select r.*, h.address, h.village_group, m.began_how, m.head from residents r
         left join households h on h.id = r.household_id
         left join household_members m on m.resident_id = r.id and m.ended_on is null and m.tie = 'lives' and m.household_id = r.household_id
         where r.name = $1 order by r.id`,
        [name],
      )
    )[0]
  return { post, upload, show, work, rowsOf, check, start, bring, sql, person }
}

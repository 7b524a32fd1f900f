import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { startTestServer } from '../../../../test/server.ts'
import { readDelimited } from '../../../platform/sheets/read-delimited.ts'
import { readZip } from '../../../platform/sheets/read-zip.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { expireExports } from './fetch-export.ts'

const { app, world, context, as } = await startTestServer()
const { stationId, villages } = world

type Who = 'chief' | 'officer' | 'eastAuxiliary'
const stepped = (who: Who, url: string, payload?: object) =>
  app.inject({
    method: 'POST',
    url: `/api/register-exports${url}`,
    headers: { 'x-test-officer': `${stationId} ${world.officers[who]} stepped` },
    ...(payload && { payload }),
  })
const wish = (more: object = {}) => ({
  ...{ kind: 'residents', form: 'csv', columns: [], purpose: '上门走访用' },
  ...more,
})
const list = async (who: Who = 'chief') => (await as(who)({ url: '/api/register-exports' })).json().items
const rowOf = async (id: string, who: Who = 'chief') =>
  (await list(who)).find((item: { id: string }) => item.id === id)
const ask = async (more: object = {}, who: Who = 'chief') => {
  const answer = await stepped(who, '', wish(more))
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json().id as string
}
const fetchFile = (id: string, who: Who = 'chief') => stepped(who, `/${id}/file`)
const sql = (text: string, values: unknown[] = []) =>
  inStation(context.pool, stationId, async ({ client }) => (await client.query(text, values)).rows)

/** People in a group of their own, by number. */
async function live(group: string, count: number, name = '李'): Promise<void> {
  await sql(
    `with home as (insert into households (station_id, id, village_id, village_group, address, resident_since_on)
       values ($1, gen_random_uuid(), $2, $3, $3 || '1号', '2020-01-01') returning id)
     insert into residents (station_id, id, household_id, name, phone, note)
     select $1, gen_random_uuid(), home.id, $5 || n, '139' || n, '' from home, generate_series(1, $4::int) n`,
    [stationId, villages.east, group, count, name],
  )
}

/** OWASP's list and what spreadsheets in China run beside it. */
const formulas = [
  ...[
    '=',
    '+',
    '-',
    '@',
    '\t=',
    '\r=',
    '\n=',
    ' =',
    '\u3000=',
    '＝',
    '＋',
    '－',
    '＠',
    '|',
    '%',
    '\u200b=',
    '\ufeff=',
  ],
].flatMap((start) =>
  ['1+1', "cmd|' /C calc'!A0", 'HYPERLINK("http://x","y")', 'SUM(A1)'].map((rest) => start + rest),
)

describe('lists out of the register', () => {
  test('T29: at 1,999 rows the file is there, at 2,000 a second person has to agree', async () => {
    await live('19组', 1999)
    const id = await ask({ group: '19组' }, 'officer')
    assert.equal((await rowOf(id)).state, 'ready')
    // What was taken out today counts with it: many small files are one large one.
    await live('1组', 1)
    const { rows, today, needsSecondPerson } = (
      await as('officer')({
        method: 'POST',
        url: '/api/register-exports/count',
        payload: { kind: 'residents', group: '1组' },
      })
    ).json()
    assert.deepEqual({ rows, today, needsSecondPerson }, { rows: 1, today: 1999, needsSecondPerson: true })

    await live('20组', 2000)
    const large = await ask({ group: '20组' }, 'chief')
    assert.equal((await rowOf(large)).state, 'waiting')
    assert.equal((await fetchFile(large)).statusCode, 409)
    assert.equal((await stepped('chief', `/${large}/decision`, { agree: true })).statusCode, 403)
    assert.equal((await stepped('eastAuxiliary', `/${large}/decision`, { agree: true })).statusCode, 403)
    assert.equal((await stepped('officer', `/${large}/decision`, { agree: false })).statusCode, 400)
    assert.equal((await stepped('officer', `/${large}/decision`, { agree: true })).statusCode, 200)
    const made = await rowOf(large)
    assert.deepEqual([made.state, made.rows, made.decidedBy], ['ready', 2000, '李民警'])
    assert.equal(readDelimited((await fetchFile(large)).body).length, 2002)
    assert.equal((await stepped('officer', `/${large}/decision`, { agree: true })).statusCode, 409)
    const shown = await sql(
      `select sum((data ->> 'shown')::int)::int as count from events where name = 'resident.listed' and data ->> 'of' = 'register_export'`,
    )
    assert.equal(shown[0].count, 3999)
  })

  test('refused and withdrawn ones are never made', async () => {
    const refused = await ask({ group: '20组' })
    await stepped('officer', `/${refused}/decision`, { agree: false, reason: '只要一个组' })
    assert.deepEqual([(await rowOf(refused)).state, (await rowOf(refused)).reason], ['refused', '只要一个组'])
    const withdrawn = await ask({ group: '20组' })
    assert.equal(
      (await as('officer')({ method: 'POST', url: `/api/register-exports/${withdrawn}/withdrawal` }))
        .statusCode,
      403,
    )
    assert.equal(
      (await as('chief')({ method: 'POST', url: `/api/register-exports/${withdrawn}/withdrawal` }))
        .statusCode,
      200,
    )
    assert.equal((await rowOf(withdrawn)).state, 'withdrawn')
    for (const id of [refused, withdrawn]) assert.equal((await fetchFile(id)).statusCode, 409)
  })

  test('the password again, a purpose, and only for those who may', async () => {
    const plain = await as('chief')({ method: 'POST', url: '/api/register-exports', payload: wish() })
    assert.equal(plain.json().code, 'step_up_required')
    assert.equal((await stepped('chief', '', wish({ purpose: '   x ' }))).statusCode, 400)
    assert.equal((await stepped('chief', '', wish({ columns: ['people'] }))).statusCode, 400)
    assert.equal((await stepped('eastAuxiliary', '', wish())).statusCode, 403)
  })

  test('least columns, a mark on every page, and nothing a spreadsheet runs', async () => {
    await live('5组', 1)
    await sql(
      `insert into residents (station_id, id, household_id, name, note) select $1, gen_random_uuid(), h.id, 'X' || n, f
       from households h, unnest($2::text[]) with ordinality as t(f, n) where h.village_group = '5组'`,
      [stationId, formulas],
    )
    const payload = { group: '5组', columns: ['note'], caseNumber: '261124-0007' }
    // The chief has taken out 2,000 today: somebody else agrees.
    const made = async (form: string) => {
      const id = await ask({ ...payload, form })
      await stepped('officer', `/${id}/decision`, { agree: true })
      const answer = await fetchFile(id)
      assert.equal(answer.statusCode, 200, answer.body)
      return answer.rawPayload
    }
    const rows = readDelimited((await made('csv')).toString().replace('\ufeff', ''))
    assert.match(
      rows[0]![0]!,
      /^测试镇派出所 周所长 于 .* 导出 · 第 \d+ 号 · 用途：上门走访用 · 案件 261124-0007/,
    )
    assert.deepEqual(rows[1], ['姓名', '村', '组', '门牌', '备注'])
    const notes = rows.slice(2).map((row) => row[4]!)
    assert.equal(notes.filter((note) => note.startsWith("'")).length, formulas.length)

    const files = readZip(await made('xlsx'), 1e8)
    const text = (name: string) => files.get(name)!.toString()
    const sheet = text('xl/worksheets/sheet1.xml')
    assert.ok(!/<f[ >]|<v>/.test(sheet))
    for (const part of [/<oddFooter>&amp;L测试镇派出所 周所长/, /<t[^>]*>测试镇派出所 周所长 于/])
      assert.match(sheet, part)
    assert.match(text('docProps/core.xml'), /用途：上门走访用/)
    for (const found of sheet.matchAll(/<t [^>]*>([^<]*)<\/t>/g))
      assert.ok(!/^[\s\u200b\ufeff\u3000]*[=+\-@|%＝＋－＠]/.test(found[1]!), found[1])
  })

  test('households, for whoever asked alone, for a day; every fetching is on record', async () => {
    const id = await ask({ kind: 'households', form: 'csv', group: '5组', columns: ['since'] })
    await stepped('officer', `/${id}/decision`, { agree: true })
    assert.equal((await fetchFile(id, 'officer')).statusCode, 404)
    assert.equal((await fetchFile(id)).statusCode, 200)
    const rows = readDelimited((await fetchFile(id)).body)
    assert.deepEqual(rows[1], ['村', '组', '门牌', '户主', '人数', '登记时间'])
    assert.deepEqual(rows[2], ['东村', '5组', '5组1号', '', String(formulas.length + 1), '2020-01-01'])
    const fetched = await sql(
      `select count(*)::int from events where name = 'register_export.downloaded' and subject_id = $1`,
      [id],
    )
    assert.equal(fetched[0].count, 2)
    await sql(`update register_exports set expires_at = now() - interval '1 second' where id = $1`, [id])
    assert.match((await fetchFile(id)).json().message, /过了 24 小时/)
    await inStation(context.pool, stationId, expireExports)
    assert.deepEqual(await sql('select bytes, rows from register_exports where id = $1', [id]), [
      { bytes: null, rows: 1 },
    ])
  })
})

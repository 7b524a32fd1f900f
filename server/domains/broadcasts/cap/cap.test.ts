import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../../test/server.ts'
import { createWorld } from '../../../../test/world.ts'
import { inStation, type Tx } from '../../../platform/tenancy.ts'
import { readXml } from '../../../platform/xml/read-xml.ts'
import { rain, wholeTown } from '../broadcasts.fixture.ts'
import { type AlertParts, alertXml, areaXml } from './cap.fixture.ts'
import { deliveredGrades } from './grades.ts'
import { readCap } from './read-cap.ts'
import { validateCap } from './validate-cap.ts'

const server = await startTestServer()
const { as, anonymous, context, world } = server
const { east, west } = world.villages
type Who = Parameters<typeof as>[0]

const base64 = (xml: string | Buffer) => Buffer.from(xml).toString('base64')
async function call(who: Who, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) {
  const answer = await as(who)({ method, url, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json(), answer }
}
const put = (parts: AlertParts, who: Who = 'officer') =>
  call(who, 'POST', '/api/cap-alerts', { how: 'uploaded', content: base64(alertXml(parts)) })
let count = 0
/** An alert of its own in each test. */
const fresh = async (parts: AlertParts = {}) => {
  const identifier = `A-${++count}`
  const { status, body } = await put({ identifier, ...parts })
  assert.equal(status, 200, JSON.stringify(body))
  return { id: body.id as string, identifier }
}
const reference = (identifier: string) => `nx@weather.example,${identifier},2026-06-05T08:00:00+08:00`
const draftOf = (id: string, who: Who = 'officer') => call(who, 'GET', `/api/cap-alerts/${id}/draft`)
const inHere = <T>(work: (tx: Tx) => Promise<T>) => inStation(context.pool, world.stationId, work)
const events = (name: string) =>
  inHere(async ({ client, stationId }) => {
    const { rows } = await client.query(
      'select subject_id from events where station_id = $1 and name = $2 order by id',
      [stationId, name],
    )
    return rows as { subject_id: string }[]
  })
const setDemo = (demo: boolean) =>
  inHere(({ client, stationId }) =>
    client.query('update stations set demo = $2 where id = $1', [stationId, demo]),
  )

test('the same alert is one, however often it comes; who took it in and its bytes are kept', async () => {
  const first = await put({ identifier: 'once' })
  assert.deepEqual([first.status, first.body.known], [200, false])
  const both = await Promise.all([put({ identifier: 'twice' }), put({ identifier: 'twice' }, 'chief')])
  assert.equal(new Set(both.map(({ body }) => body.id)).size, 1)
  assert.deepEqual(both.map(({ body }) => body.known).sort(), [false, true])
  const again = await put({ identifier: 'once' }, 'eastAuxiliary')
  assert.deepEqual(again.body, { id: first.body.id, known: true })
  const { body } = await call('officer', 'GET', `/api/cap-alerts/${first.body.id}`)
  assert.equal(body.receivedBy.name, '李民警')
  const file = await as('officer')({ url: `/api/cap-alerts/${first.body.id}/file` })
  assert.equal(file.body, alertXml({ identifier: 'once' }))
  assert.match(String(file.headers['content-disposition']), /^attachment/)
  const received = (await events('cap_alert.received')).filter(
    ({ subject_id }) => subject_id === first.body.id,
  )
  assert.equal(received.length, 1)
})

test('what is not CAP is refused with all that is wrong, in Chinese, and nothing is kept', async () => {
  const { status, body } = await put({ identifier: 'bad one', severity: 'Red', sent: 'heute' })
  assert.equal(status, 400)
  assert.match(body.message, /“编号”里不能有空格.*；“发布时间”要写成.*；“第1个信息的严重程度”不是标准里的值/)
  assert.equal(body.details.faults.length, 3)
  const noPlace = await put({ identifier: 'upd', msgType: 'Update' })
  assert.match(noPlace.body.message, /更新和取消要写明“引用”/)
  const empty = await put({ identifier: 'empty', info: '' })
  assert.match(empty.body.message, /缺少“信息”/)
  const large = await call('officer', 'POST', '/api/cap-alerts', {
    how: 'uploaded',
    content: base64(Buffer.alloc(1024 * 1024 + 3, 0x20)),
  })
  assert.ok([400, 413].includes(large.status))
  const { body: list } = await call('officer', 'GET', '/api/cap-alerts')
  assert.ok(!list.items.some((line: { headline: string }) => line.headline.includes('bad')))
})

test('a draft has the villages its polygon touches, the urgency of the table, plain words with source and end', async () => {
  const { id } = await fresh()
  const { body } = await draftOf(id)
  const { content } = body
  assert.deepEqual(content.audience, { ...wholeTown, villageIds: [east] })
  assert.equal(content.urgency, 'emergency')
  assert.equal(content.shownUntil, '2099-06-05T12:00:00.000Z')
  assert.match(content.body, /未来6小时，宁乡西部有50～80mm降雨。\n怎么做：低洼处的人请转移到高处。/)
  assert.match(content.body, /有效到6月5日20时。\n宁乡市气象台6月5日8时发布，测试镇派出所转发。/)
  assert.equal(
    content.spoken,
    '暴雨橙色预警，防汛。未来6小时，宁乡西部有50到80毫米降雨。低洼处的人请转移到高处。有效到6月5日20时。有危险马上打110。',
  )
  // An auxiliary makes it of her own villages.
  const other = await draftOf(id, 'westAuxiliary')
  assert.deepEqual([other.body.villagesUnknown, other.body.content.audience.villageIds], [true, [west]])
})

test('without a polygon the villages are known by code, name or town; without any of them a person chooses', async () => {
  const touched = async (area: string) => {
    const { id } = await fresh({ area })
    const { body } = await call('officer', 'GET', `/api/cap-alerts/${id}`)
    return body.villages.map(({ by }: { by: string | null }) => by)
  }
  assert.deepEqual(await touched('<area><areaDesc>东边村附近</areaDesc></area>'), ['name', null])
  assert.deepEqual(await touched('<area><areaDesc>测试镇</areaDesc></area>'), ['town', 'town'])
  assert.deepEqual(await touched('<area><areaDesc>外省</areaDesc></area>'), [null, null])
  assert.deepEqual(await touched(areaXml('<circle>28.19,112.38 0.1</circle>')), ['map', null])
  const { id } = await fresh({ area: '<area><areaDesc>外省</areaDesc></area>' })
  const { body } = await draftOf(id)
  assert.deepEqual([body.villagesUnknown, body.content.audience.villageIds], [true, null])
  const { body: shown } = await call('officer', 'GET', `/api/cap-alerts/${id}`)
  assert.ok(shown.remarks.some((remark: string) => remark.includes('没有画出区域')))
})

test('an exercise, an expired and a cancelled one are kept and never sent; of another zone both moments are known', async () => {
  for (const [parts, standing, said] of [
    [{ status: 'Exercise' }, 'not_real', /演练或者测试/],
    [{ status: 'Test' }, 'not_real', /演练或者测试/],
    [{ expires: '2020-01-01T00:00:00+08:00' }, 'expired', /已经过期/],
  ] as const) {
    const { id } = await fresh(parts)
    const { body } = await call('officer', 'GET', `/api/cap-alerts/${id}`)
    assert.equal(body.line.standing, standing)
    const refused = await call('officer', 'POST', `/api/cap-alerts/${id}/broadcasts`, { about: null })
    assert.equal(refused.status, 409)
    assert.match(refused.body.message, said)
  }
  const { id } = await fresh({ sent: '2026-06-05T08:00:00-05:00' })
  const { body } = await call('officer', 'GET', `/api/cap-alerts/${id}`)
  assert.deepEqual(
    [body.line.sentAt, body.alert.sent],
    ['2026-06-05T13:00:00.000Z', '2026-06-05T08:00:00-05:00'],
  )
  assert.ok(body.remarks.some((remark: string) => remark.includes('不是北京时间')))
})

/** Drafted of the alert, approved by the chief, and out. */
async function sendOut(alertId: string, about: object | null = null): Promise<string> {
  const made = await call('officer', 'POST', `/api/cap-alerts/${alertId}/broadcasts`, { about })
  assert.equal(made.status, 200, JSON.stringify(made.body))
  const { id, version } = made.body
  const submitted = await call('officer', 'POST', `/api/broadcasts/${id}/submissions`, { version })
  assert.equal(submitted.status, 200, JSON.stringify(submitted.body))
  const approved = await call('chief', 'POST', `/api/broadcasts/${id}/approvals`, { version })
  assert.equal(approved.status, 200, JSON.stringify(approved.body))
  return id
}
const exportOf = async (id: string, body: object = {}) => {
  const answer = await as('officer')({
    method: 'POST',
    url: `/api/broadcasts/${id}/cap-exports`,
    payload: body,
  })
  assert.equal(answer.statusCode, 200, answer.body)
  const root = readXml(answer.body, { maxBytes: 1e6, maxDepth: 12, full: true })
  assert.deepEqual(validateCap(root), [])
  return { alert: readCap(root), xml: answer.body }
}

test('an update and a cancellation lead to the broadcast of the earlier one and go out as correction and withdrawal', async () => {
  const first = await fresh()
  const broadcast = await sendOut(first.id)
  const update = await fresh({
    msgType: 'Update',
    references: reference(first.identifier),
    sent: '2026-06-05T10:00:00+08:00',
    headline: '暴雨红色预警',
  })
  const { body } = await call('officer', 'GET', `/api/cap-alerts/${update.id}`)
  assert.deepEqual(
    body.broadcasts.map((each: { id: string; ofEarlier: boolean }) => [each.id, each.ofEarlier]),
    [[broadcast, true]],
  )
  const replaced = await call('officer', 'GET', `/api/cap-alerts/${first.id}`)
  assert.equal(replaced.body.line.standing, 'replaced')
  assert.equal((await draftOf(first.id)).status, 409)

  const correction = await sendOut(update.id, { id: broadcast, how: 'correction' })
  const { alert: second } = await exportOf(correction)
  const { alert: original } = await exportOf(broadcast)
  assert.deepEqual([original.msgType, second.msgType], ['Alert', 'Update'])
  assert.deepEqual(second.references, [
    { sender: world.code, identifier: original.identifier, sent: original.sent },
  ])
  assert.match(second.infos[0]!.description, /^这是更新，以这一条为准。/)

  const cancel = await fresh({
    msgType: 'Cancel',
    references: reference(first.identifier),
    sent: '2026-06-05T11:00:00+08:00',
  })
  const withdrawal = await sendOut(cancel.id, { id: correction, how: 'withdrawal' })
  const { alert: third } = await exportOf(withdrawal)
  assert.deepEqual([third.msgType, third.references[0]!.identifier], ['Cancel', second.identifier])
  assert.match(third.infos[0]!.headline, /已取消/)
})

test('an alert that is cancelled while its broadcast waits is not approved any more', async () => {
  const first = await fresh()
  const made = await call('officer', 'POST', `/api/cap-alerts/${first.id}/broadcasts`, { about: null })
  const { id, version } = made.body
  await call('officer', 'POST', `/api/broadcasts/${id}/submissions`, { version })
  await fresh({
    msgType: 'Cancel',
    references: reference(first.identifier),
    sent: '2026-06-05T09:00:00+08:00',
  })
  const approved = await call('chief', 'POST', `/api/broadcasts/${id}/approvals`, { version })
  assert.deepEqual([approved.status, approved.body.message], [409, '这条预警已经被取消，不能再发。'])
})

test('a foreign sender cannot cancel what another one sent', async () => {
  const first = await fresh()
  await fresh({ sender: 'somebody@else', msgType: 'Cancel', references: reference(first.identifier) })
  const { body } = await call('officer', 'GET', `/api/cap-alerts/${first.id}`)
  assert.equal(body.line.standing, 'in_force')
})

test('out: only of an approved warning, the same each time, with the villages by name and code, and written down', async () => {
  const make = async (content: object) => {
    const { body } = await call('officer', 'POST', '/api/broadcasts', content)
    return body as { id: string; version: number }
  }
  const draft = await make(rain({ audience: { ...wholeTown, villageIds: [east] }, channels: ['page'] }))
  const early = await call('officer', 'POST', `/api/broadcasts/${draft.id}/cap-exports`, {})
  assert.deepEqual([early.status, early.body.code], [409, 'conflict'])
  await call('officer', 'POST', `/api/broadcasts/${draft.id}/submissions`, { version: draft.version })
  await call('chief', 'POST', `/api/broadcasts/${draft.id}/approvals`, { version: draft.version })
  const before = (await events('broadcast.cap_exported')).length
  const { alert, xml } = await exportOf(draft.id)
  assert.equal((await exportOf(draft.id)).xml, xml)
  assert.equal((await events('broadcast.cap_exported')).length, before + 2)
  const [info] = alert.infos
  assert.deepEqual([alert.sender, alert.status, alert.msgType], [world.code, 'Actual', 'Alert'])
  assert.match(alert.sent, /\+08:00$/)
  assert.deepEqual([info!.urgency, info!.severity, info!.certainty], ['Expected', 'Moderate', 'Likely'])
  assert.deepEqual(info!.areas[0], {
    areaDesc: '测试镇东村',
    polygons: [],
    circles: [],
    geocodes: [{ valueName: '统计用区划代码', value: '001' }],
    altitude: '',
    ceiling: '',
  })
  const chosen = await exportOf(draft.id, { category: 'Geo', event: '山洪', severity: 'Extreme' })
  assert.deepEqual(
    [chosen.alert.infos[0]!.categories, chosen.alert.infos[0]!.event, chosen.alert.infos[0]!.severity],
    [['Geo'], '山洪', 'Extreme'],
  )
  await setDemo(true)
  assert.equal((await exportOf(draft.id)).alert.status, 'Exercise')
  await setDemo(false)
  const hidden = await as('westAuxiliary')({
    method: 'POST',
    url: `/api/broadcasts/${draft.id}/cap-exports`,
    payload: {},
  })
  assert.equal(hidden.statusCode, 404)
})

test('the drawn border of a village goes out as a closed polygon, latitude first', async () => {
  const owner = as('officer')
  const ring = [
    [112.377, 28.185],
    [112.385, 28.185],
    [112.385, 28.195],
    [112.377, 28.185],
  ]
  await inHere(({ client, stationId }) =>
    client.query('update villages set boundary = $3 where station_id = $1 and id = $2', [
      stationId,
      east,
      JSON.stringify({ type: 'Polygon', coordinates: [ring] }),
    ]),
  )
  const content = rain({ audience: { ...wholeTown, villageIds: [east] }, channels: ['page'] })
  const { id, version } = (await owner({ method: 'POST', url: '/api/broadcasts', payload: content })).json()
  await call('officer', 'POST', `/api/broadcasts/${id}/submissions`, { version })
  await call('chief', 'POST', `/api/broadcasts/${id}/approvals`, { version })
  const { alert } = await exportOf(id)
  assert.deepEqual(alert.infos[0]!.areas[0]!.polygons, [ring.map(([x, y]) => [y, x])])
})

test('the table of urgencies is read by all, changed by who approves, and a colleague is not written over', async () => {
  const { body } = await call('eastAuxiliary', 'GET', '/api/cap-grades')
  assert.deepEqual([body.version, body.grades], [0, deliveredGrades])
  const grades = structuredClone(deliveredGrades)
  grades.table.Severe.Immediate = 'important'
  assert.equal((await call('eastAuxiliary', 'PUT', '/api/cap-grades', { version: 0, grades })).status, 403)
  const changed = await call('officer', 'PUT', '/api/cap-grades', { version: 0, grades })
  assert.deepEqual([changed.body.version, changed.body.writtenBy.name], [1, '李民警'])
  assert.equal((await call('chief', 'PUT', '/api/cap-grades', { version: 0, grades })).status, 409)
  const { id } = await fresh()
  assert.equal((await draftOf(id)).body.content.urgency, 'important')
})

test('the door of the county: a secret told once, a day for the old one, never a second alert, and no other station', async () => {
  const send = (secret: string, xml: string | Buffer, code = world.code) =>
    anonymous({
      method: 'POST',
      url: `/api/cap/${code}`,
      headers: { 'x-cap-secret': secret, 'content-type': 'application/cap+xml' },
      payload: xml,
    })
  const xml = alertXml({ identifier: 'of-the-county' })
  assert.equal((await send('', xml)).statusCode, 401)
  const first = (await call('chief', 'POST', '/api/cap-door')).body
  assert.deepEqual([first.door.open, first.door.path], [true, `/api/cap/${world.code}`])
  const taken = await send(first.secret, xml)
  assert.deepEqual([taken.statusCode, taken.json().known], [200, false])
  assert.deepEqual((await send(first.secret, xml)).json(), { id: taken.json().id, known: true })
  const detail = await call('officer', 'GET', `/api/cap-alerts/${taken.json().id}`)
  assert.deepEqual([detail.body.line.how, detail.body.receivedBy], ['sent', null])

  const second = (await call('chief', 'POST', '/api/cap-door')).body
  assert.ok(second.door.formerUntil)
  for (const { secret } of [first, second]) assert.equal((await send(secret, xml)).statusCode, 200)
  const third = (await call('chief', 'POST', '/api/cap-door')).body
  assert.equal((await send(first.secret, xml)).statusCode, 401, 'the one before the last is over')
  const wrong = await send('a-guess', xml)
  const nowhere = await send(third.secret, xml, '999999999')
  assert.deepEqual(
    [wrong.statusCode, wrong.json().message],
    [nowhere.statusCode, nowhere.json().message],
    'a station that is not there is refused in the same words',
  )
  const elsewhere = await createWorld(context.pool, '430182903')
  assert.equal((await send(third.secret, xml, elsewhere.code)).statusCode, 401)
  assert.equal((await send(third.secret, Buffer.alloc(300 * 1024, 0x20))).statusCode, 413)
  assert.equal((await send(third.secret, '<alert/>')).statusCode, 400)
  await call('chief', 'DELETE', '/api/cap-door')
  assert.equal((await send(third.secret, xml)).statusCode, 401)
  const read = await call('chief', 'GET', '/api/cap-door')
  assert.deepEqual([read.body.open, JSON.stringify(read.body).includes(third.secret)], [false, false])
})

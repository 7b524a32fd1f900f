import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { startTestServer } from '../../../../test/server.ts'
import { createWorld } from '../../../../test/world.ts'
import { writeWorkbook } from '../../../platform/sheets/write-workbook.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { loadStarterScripts } from '../load-starter-scripts.ts'
import { columns } from './columns.ts'

const { app, as, world, context } = await startTestServer()
const [chief, officer] = [as('chief'), as('officer')]
await inStation(context.pool, world.stationId, (tx) => loadStarterScripts(tx))

const heads = columns.map(({ header }) => header)
const row = (more: Record<string, string> = {}) => {
  const good: Record<string, string> = {
    编号: '',
    话术库: '安全提示',
    标题: '夜里防火',
    正文: '睡前请关电热毯。',
    关键词: '电热毯、防火',
    依据: '消防法第5条',
    有效期: '2099-01-01',
    辅警可发: '是',
  }
  return heads.map((head) => ({ ...good, ...more })[head] ?? '')
}
const sheet = (...rows: string[][]) => writeWorkbook('话术', [heads, ...rows], [10])
async function send(form: 'xlsx' | 'json', bytes: Buffer, apply = false, by = officer) {
  const payload = { form, content: bytes.toString('base64'), apply }
  return by({ method: 'POST', url: '/api/script-imports', payload })
}
type Told = { row: number; result: string; why: string }
async function report(bytes: Buffer, form: 'xlsx' | 'json' = 'xlsx') {
  const answer = await send(form, bytes)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json() as { counts: Record<string, number>; rows: Told[] }
}
const json = (scripts: unknown[]) => Buffer.from(JSON.stringify({ scripts }))
const total = async () => (await chief({ url: '/api/scripts?limit=1' })).json().total
async function exported(form: 'xlsx' | 'json'): Promise<Buffer> {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/script-exports',
    payload: { form },
    headers: { 'x-test-officer': `${world.stationId} ${world.officers.chief} stepped` },
  })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.rawPayload
}

test('the whole library goes out in both forms and comes in again without change', async () => {
  for (const form of ['xlsx', 'json'] as const) {
    const { counts, rows } = await report(await exported(form), form)
    assert.deepEqual(
      rows.filter(({ result }) => result !== 'same'),
      [],
      form,
    )
    assert.equal(counts['same'], await total())
  }
  assert.equal(
    (await chief({ method: 'POST', url: '/api/script-exports', payload: { form: 'json' } })).json().code,
    'step_up_required',
  )
})

test('only the first sheet that can be seen is read; the others are named, and hidden ones say so', async () => {
  const rewritten = async (change: (parts: Record<string, string>) => void) => {
    const parts = Object.fromEntries(
      Object.entries(unzipSync(await sheet(row()))).map(([name, bytes]) => [name, strFromU8(bytes)]),
    )
    change(parts)
    return Buffer.from(
      zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))),
    )
  }
  const two = await rewritten((parts) => {
    parts['xl/workbook.xml'] = parts['xl/workbook.xml']!.replace(
      '</sheets>',
      '<sheet name="四月" sheetId="9" r:id="rId99"/></sheets>',
    )
    parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']!.replace(
      '</Relationships>',
      '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet9.xml"/></Relationships>',
    )
    parts['xl/worksheets/sheet9.xml'] = parts['xl/worksheets/sheet1.xml']!
  })
  assert.deepEqual((await send('xlsx', two)).json().otherSheets, ['四月'])
  const hidden = await rewritten((parts) => {
    parts['xl/workbook.xml'] = parts['xl/workbook.xml']!.replace('<sheet ', '<sheet state="hidden" ')
  })
  assert.match((await send('xlsx', hidden)).json().message, /表都隐藏了/)
})

test('a row in which only the scope was changed says that this is not taken over', async () => {
  const { scripts } = JSON.parse((await exported('json')).toString())
  const changed = [
    { ...scripts[0], auxiliaryMay: !scripts[0].auxiliaryMay },
    { ...scripts[1], villages: ['东村'] },
    { ...scripts[2], code: '', villages: ['东村'] },
    scripts[3],
  ]
  const { rows } = await report(json(changed), 'json')
  assert.deepEqual(
    rows.map(({ result, why }) => [result, /不随导入改/.test(why)]),
    [true, true, true, false].map((told) => ['same', told]),
  )
})

test('a dry run writes nothing; applied, new and changed ones wait for another person', async () => {
  const before = await total()
  const { scripts } = JSON.parse((await exported('json')).toString())
  const first = { ...scripts[0], title: '换了标题' }
  const fresh = { ...scripts[0], code: '', title: '全新的' }
  const dry = await report(json([first, fresh, scripts[1]]), 'json')
  assert.deepEqual(dry.counts, { new: 1, changed: 1, same: 1, refused: 0 })
  assert.equal(await total(), before)
  const done = await send('json', json([first, fresh, scripts[1]]), true)
  assert.equal(done.json().applied, true, done.body)
  assert.equal(await total(), before + 1)
  const found = (await chief({ url: `/api/scripts?text=${encodeURIComponent('全新的')}` })).json().items[0]
  assert.equal(found.draftStanding, 'waiting')
  const payload = { items: [{ scriptId: found.id, version: 1 }] }
  assert.equal((await officer({ method: 'POST', url: '/api/script-approvals', payload })).statusCode, 403)
  assert.equal((await chief({ method: 'POST', url: '/api/script-approvals', payload })).statusCode, 200)
  const again = await report(json([first, fresh]), 'json')
  assert.deepEqual(
    again.rows.map(({ result }) => result),
    ['same', 'same'],
  )
})

test('one bad row and nothing is written', async () => {
  const before = await total()
  const bytes = await sheet(row(), row({ 依据: '' }))
  const answer = await send('xlsx', bytes, true)
  assert.equal(answer.statusCode, 409)
  assert.match(answer.json().message, /1 行不能导入，一条也没有写/)
  assert.equal(await total(), before)
})

test('each fault of a row is told in its row', async () => {
  const faults: [Record<string, string>, RegExp][] = [
    [{ 依据: '' }, /没有写依据/],
    [{ 有效期: '' }, /没有写有效期/],
    [{ 有效期: '2027-02-30' }, /2027-11-23 这样/],
    [{ 有效期: '明年' }, /2027-11-23 这样/],
    [{ 有效期: '2020-01-01' }, /已经过了/],
    [{ 正文: '{村长}说' }, /不认识的变量 \{村长\}/],
    [{ 标题: '长'.repeat(41) }, /“标题”太长/],
    [{ 正文: '长'.repeat(1001) }, /“正文”太长/],
    [{ 正文: '' }, /没有写正文/],
    [{ 标题: ' ' }, /没有写标题/],
    [{ 正文: '｛居民称呼｝您好' }, /不认识的变量 ｛居民称呼｝/],
    [{ 话术库: '别的' }, /话术库“别的”不认识/],
    [{ 被骗的阶段: '刚转了钱' }, /只有防诈/],
    [{ 被骗的阶段: '刚才' }, /阶段“刚才”不认识/],
    [{ 编号: 'X1' }, /SA 加数字/],
    [{ 适用的村: '南村' }, /没有“南村”这个村/],
    [{ 辅警可发: '也许' }, /是或否/],
  ]
  const told = await report(await sheet(...faults.map(([more]) => row(more))))
  for (const [index, [more, why]] of faults.entries()) {
    assert.equal(told.rows[index]!.result, 'refused', JSON.stringify(more))
    assert.match(told.rows[index]!.why, why, JSON.stringify(more))
  }
  const signs = ['=1+1', '+86', '-1', '@x'].map((body) => ({ ...asFile(), body }))
  for (const { why } of (await report(json(signs), 'json')).rows) assert.match(why, /像公式/)
  const twice = await report(await sheet(row({ 编号: 'SA90' }), row({ 编号: 'SA90' })))
  assert.deepEqual(
    twice.rows.map(({ result }) => result),
    ['new', 'refused'],
  )
  assert.match(twice.rows[1]!.why, /第 2 行已经有了/)
})

function asFile() {
  return { library: 'safety', title: '防火', body: '关电。', basis: '消防法', expiresOn: '2099-01-01' }
}

test('headers that are wrong, missing or twice are named, and nothing is read', async () => {
  const refuse = async (head: string[]) => {
    const answer = await send('xlsx', await writeWorkbook('话术', [head, row()], [10]))
    assert.equal(answer.statusCode, 400)
    return answer.json().message
  }
  assert.match(await refuse(heads.filter((head) => head !== '依据')), /缺：依据/)
  assert.match(await refuse([...heads, '价格']), /不认识的表头：价格/)
  assert.match(await refuse([...heads, '标题']), /“标题”有两列/)
})

test('formulas and merged cells are told by row', async () => {
  const bytes = await patched(await sheet(row(), row(), row()), (xml) =>
    xml
      .replace(/<c r="D2"[^>]*>.*?<\/c>/, '<c r="D2"><f>1+1</f><v>2</v></c>')
      .replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="D3:E3"/></mergeCells>'),
  )
  const { rows } = await report(bytes)
  assert.match(rows[0]!.why, /有公式/)
  assert.match(rows[1]!.why, /合并的单元格/)
  assert.equal(rows[2]!.result, 'new')
})

test('fifty thousand rows, a bomb and what is no workbook are refused with a sentence', async () => {
  const lines = Array.from({ length: 50_000 }, (_, at) => `<row r="${at + 2}"></row>`).join('')
  const many = await patched(await sheet(row()), (xml) => xml.replace('</sheetData>', `${lines}</sheetData>`))
  assert.match((await send('xlsx', many)).json().message, /50001 行，一次最多 2000 行/)
  const bomb = await patched(await sheet(row()), (xml) =>
    xml.replace('</sheetData>', `${' '.repeat(60_000_000)}</sheetData>`),
  )
  assert.ok(bomb.length < 200_000)
  assert.match((await send('xlsx', bomb)).json().message, /展开后太大/)
  for (const bytes of [Buffer.from('no workbook'), (await sheet(row())).subarray(0, 900)])
    assert.match((await send('xlsx', bytes)).json().message, /打不开/)
  assert.match((await send('json', Buffer.from('{'))).json().message, /这个文件不完整/)
  assert.match((await send('json', json(Array(2001).fill({})))).json().message, /2001 条/)
  assert.match((await report(json([7, { title: 5 }]), 'json')).rows[1]!.why, /title 的写法不对/)
})

test('JSON as Notepad saves it is read; a name that is no field is told and not passed over', async () => {
  const marked = Buffer.concat([Buffer.from('\ufeff'), json([asFile()])])
  assert.equal((await report(marked, 'json')).rows[0]!.result, 'new')
  const { rows } = await report(json([{ ...asFile(), keyword: ['防火'] }]), 'json')
  assert.match(rows[0]!.why, /不认识的一项 keyword/)
  assert.match((await report(json([[1]]), 'json')).rows[0]!.why, /不是一条话术/)
})

test('keywords may be parted by any comma, blanks around them are none of theirs', async () => {
  const bytes = await sheet(row({ 标题: '分隔', 关键词: ' 电热毯，防火；取暖 ,插座 ' }))
  assert.equal((await send('xlsx', bytes, true)).json().applied, true)
  const found = (await chief({ url: `/api/scripts?text=${encodeURIComponent('分隔')}` })).json().items[0]
  const { versions } = (await chief({ url: `/api/scripts/${found.id}` })).json()
  assert.deepEqual(versions[0].keywords, ['电热毯', '防火', '取暖', '插座'])
})

test('a library may be named as people shorten it', async () => {
  const names = ['防诈', '调解', '业务', '安全', '舆情回应']
  const bytes = await sheet(...names.map((name) => row({ 话术库: name, 标题: `简称 ${name}` })))
  assert.deepEqual((await report(bytes)).counts, { new: 5, changed: 0, same: 0, refused: 0 })
})

test('who may not approve imports nothing, and another station has a library of its own', async () => {
  assert.equal((await send('json', json([asFile()]), true, as('eastAuxiliary'))).statusCode, 403)
  const other = await createWorld(context.pool, '430182905')
  const answer = await send('json', await exported('json'), false, as('chief', other))
  assert.equal(answer.json().counts.same, 0)
})

/** The workbook with its first sheet changed: stored anew under one name. */
async function patched(bytes: Buffer, change: (xml: string) => string): Promise<Buffer> {
  const { readZip } = await import('../../../platform/sheets/read-zip.ts')
  const parts: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const [name, content] of readZip(bytes, 1e8)) {
    const data = name === 'xl/worksheets/sheet1.xml' ? Buffer.from(change(content.toString())) : content
    const packed = deflateRawSync(data)
    const label = Buffer.from(name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(crc32(data), 14)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(data.length, 22)
    head.writeUInt16LE(label.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 6)
    head.copy(entry, 8, 6, 30)
    entry.writeUInt32LE(offset, 42)
    parts.push(head, label, packed)
    entries.push(entry, label)
    offset += 30 + label.length + packed.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length / 2, 8)
  end.writeUInt16LE(entries.length / 2, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, directory, end])
}

test('days are taken as people type them, and a file that is sent twice makes nothing twice', async () => {
  for (const day of ['2099/1/1', '2099年1月1日', '2099.01.01', '2099年1月1号', '２０９９-01-01', '20990101'])
    assert.equal((await report(await sheet(row({ 有效期: day, 标题: `夜里防火 ${day}` })))).counts['new'], 1)
  const twice = await report(await sheet(row({ 标题: '过年防火' }), row({ 标题: '过年防火' })))
  assert.deepEqual(twice.counts, { new: 1, changed: 0, same: 0, refused: 1 })
  assert.match(twice.rows[1]!.why, /^第 2 行已经是这个标题。请只留一行/)
  const once = await sheet(row({ 标题: '过年防火' }))
  assert.equal((await send('xlsx', once, true)).statusCode, 200)
  const before = await total()
  assert.deepEqual((await report(once)).counts, { new: 0, changed: 0, same: 1, refused: 0 })
  await send('xlsx', once, true)
  assert.equal(await total(), before)
  const other = await report(await sheet(row({ 标题: '过年防火', 正文: '鞭炮离柴堆远点。' })))
  assert.match(other.rows[0]!.why, /^话术库里的 SA\d+ 已经是这个标题。要改它请写上它的编号/)
})

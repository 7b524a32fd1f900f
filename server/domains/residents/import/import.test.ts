import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { describe, test } from 'node:test'
import { builtScript } from '../../../../test/built-script.ts'
import { startTestServer } from '../../../../test/server.ts'
import { readZip } from '../../../platform/sheets/read-zip.ts'
import { writeWorkbook } from '../../../platform/sheets/write-workbook.ts'
import { csv, importSteps } from './import-steps.fixture.ts'

const server = await startTestServer()
const { as, world, database } = server
const chief = as('chief')
const { stationId, villages } = world
const { post, upload, show, work, rowsOf, check, start, bring, sql, person } = importSteps(server)
async function refusal(bytes: Buffer): Promise<string> {
  const answer = await post('', { name: '坏的', content: bytes.toString('base64') })
  assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, answer.body)
  return answer.json().message
}

describe('a file is read', () => {
  test('encodings and separators', async () => {
    const text = '村民花名册\n姓名\t村\t门牌\n李一\t东村\t3组1号\n'
    const forms = [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
      Buffer.from(text.replaceAll('\t', ';')),
      // 姓名,村,门牌 / 李一,东村,1号 as GBK.
      Buffer.from('d0d5c3fb2cb4e52cc3c5c5c60ac0eed2bb2cb6abb4e52c31bac50a', 'hex'),
    ]
    for (const bytes of forms) {
      const { columns, rowsTotal } = await show(await upload(bytes))
      assert.equal(rowsTotal, 1)
      assert.deepEqual(
        columns.map((column: { field: string; samples: string[] }) => [
          column.field,
          column.samples[0]?.slice(0, 2),
        ]),
        [
          ['name', '李一'],
          ['village', '东村'],
          ['door', columns[2].samples[0].slice(0, 2)],
        ],
      )
    }
  })

  test('identity card numbers are named and stand nowhere', async () => {
    const number = '430122198003051234'
    const id = await upload(
      csv(
        [['李二', number, '东村', '1号', `身份证${number}`]],
        ['姓名', '公民身份号码', '村', '门牌', '备注'],
      ),
    )
    const { columns, remarks } = await show(id)
    assert.deepEqual(
      columns.map((column: { identity: boolean }) => column.identity),
      [false, true, false, false, true],
    )
    assert.match(remarks[0], /身份证号不收.*第 2 列“公民身份号码”/)
    const all = await sql(
      'select row_to_json(r)::text as t from register_import_rows r where import_id = $1',
      [id],
    )
    assert.ok(!JSON.stringify(all).includes(number))
  })

  test('merged cells count for each, formulas are their values, hidden sheets are left', async () => {
    const book = await writeWorkbook(
      '名册',
      [
        ['姓名', '村', '门牌'],
        ['李三', '东村', '9号'],
        ['李四', '', ''],
      ],
      [9],
    )
    const bytes = await patched(book, (xml) =>
      xml.replace(
        '</sheetData>',
        '</sheetData><mergeCells count="2"><mergeCell ref="B2:B3"/><mergeCell ref="C2:C3"/></mergeCells>',
      ),
    )
    const { remarks, columns } = await show(await upload(bytes))
    assert.match(remarks.join(), /2 处合并的单元格/)
    assert.deepEqual(columns[2].samples, ['9号', '9号'])
  })

  test('what cannot be read is said in a sentence', async () => {
    assert.match(await refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex')), /旧的 \.xls/)
    assert.match(await refusal(Buffer.from([0x89, 0x50, 0, 0, 0, 1, 2, 3])), /认不出/)
    assert.match(await refusal(Buffer.from('PK\u0003\u0004 nothing')), /打不开/)
    assert.match(await refusal(Buffer.from('姓名,村\n')), /没有一行内容/)
    assert.match(
      await refusal(Buffer.from(Array.from({ length: 300 }, (_, at) => `列${at}`).join(','))),
      /列太多/,
    )
    const many = `姓名,村\n${'李,东村\n'.repeat(50_001)}`
    assert.match(await refusal(Buffer.from(many)), /50001 行，一次最多 50000 行/)
    const wide = await patched(await writeWorkbook('宽', [['姓名'], ['李']], [9]), (xml) =>
      xml.replace('</row>', '<c r="XFD1"/></row>'),
    )
    assert.match(await refusal(wide), /列太多/)
  })

  test('the columns must make sense, and the choice is remembered', async () => {
    const id = await upload(csv([['李五', '东村', '1号']], ['谁', '何村', '哪一家']))
    assert.match((await post(`/${id}/check`, { columns: [null, null, null] })).json().message, /哪一列是姓名/)
    assert.match((await post(`/${id}/check`, { columns: ['name', null, 'name'] })).json().message, /两列/)
    assert.match(
      (await post(`/${id}/check`, { columns: ['name', null, 'door'] })).json().message,
      /哪一列是村/,
    )
    assert.equal(
      (await post(`/${id}/check`, { columns: ['name', null, 'door'], villageId: villages.east })).statusCode,
      200,
    )
    const again = await show(await upload(csv([['李六', '东村', '1号']], ['谁', '何村', '哪一家'])))
    assert.deepEqual(
      again.columns.map((column: { field: string | null }) => column.field),
      ['name', null, 'door'],
    )
  })

  test('only who may', async () => {
    const payload = { name: 'x', content: csv([['李', '', '东村', '', '1号']]).toString('base64') }
    assert.equal((await post('', payload, as('eastAuxiliary'))).statusCode, 403)
    assert.equal((await post('', payload, as('administrator'))).statusCode, 403)
  })
})

describe('rows become people', () => {
  test('a trial writes nothing; written, they live where the file says', async () => {
    const id = await upload(
      csv([
        ['王大', '户主', '东村', '三组', '12', '139 0000 0001', '1960年3月5日', '', '听力不好'],
        ['王小', '子', '东村', '3', '12号', '', '19850102', '广东东莞', ''],
      ]),
    )
    assert.deepEqual((await check(id)).counts, { new: 2 })
    assert.equal(await person('王大'), undefined)
    const done = await start(id)
    assert.deepEqual([done.state, done.written, done.rowsDone], ['done', { new: 2 }, 2])
    const [father, son] = [await person('王大'), await person('王小')]
    assert.equal(father.household_id, son.household_id)
    const { phone, born_on, note, address, village_group, began_how, head } = father
    assert.deepEqual(
      { phone, born_on, note, address, village_group, began_how, head },
      {
        ...{ phone: '13900000001', born_on: '1960-03-05', note: '听力不好', address: '3组12号' },
        village_group: '3组',
        began_how: 'imported',
        head: true,
      },
    )
    assert.equal(
      (await sql('select place from resident_absences where resident_id = $1', [son.id]))[0].place,
      '广东东莞',
    )
    const events = await sql(
      `select count(*) from events where name = 'resident.imported' and data ->> 'importId' = $1`,
      [id],
    )
    assert.equal(Number(events[0].count), 2)
    // A second tap, a second job and the same file again change nothing.
    await start(id)
    assert.deepEqual(
      (await bring([['王大', '户主', '东村', '3组', '12号', '', '', '', '']])).checked.counts,
      { same: 1 },
    )
  })

  test('nothing is overwritten by an empty cell; what differs is chosen', async () => {
    await bring([['赵一', '户主', '东村', '1组', '5号', '13900000011', '', '', '']])
    const id = await upload(csv([['赵一', '', '东村', '1组', '5号', '13900000012', '1970-1-1', '', '']]))
    const { counts } = await check(id)
    assert.deepEqual(counts, { conflict: 1 })
    const [row] = await rowsOf(id, 'conflict')
    assert.deepEqual(row.conflicts, [{ field: '电话', ours: '13900000011', theirs: '13900000012' }])
    await start(id)
    assert.deepEqual(
      [(await person('赵一')).phone, (await person('赵一')).born_on],
      ['13900000011', '1970-01-01'],
    )
    const again = await upload(csv([['赵一', '', '东村', '1组', '5号', '13900000012', '', '', '']]))
    await check(again)
    assert.equal(
      (await post(`/${again}/decisions`, { result: 'conflict', decision: 'theirs' })).statusCode,
      200,
    )
    assert.equal((await show(again)).decided, 1)
    await start(again)
    assert.equal((await person('赵一')).phone, '13900000012')
  })

  test('doubts wait for a person', async () => {
    await bring([['孙一', '户主', '西村', '2组', '1号', '', '', '', '']])
    const rows = [
      ['孙一', '户主', '西村', '2组', '9号', '', '', '', ''],
      ['钱二', '户主', '西村', '2组', '1号', '', '', '', ''],
      ['周一', '户主', '西村', '4组', '1号', '13911112222', '', '', ''],
      ['周一', '户主', '西村', '4组', '2号', '13911112222', '', '', ''],
      ['吴一', '户主', '西村', '5组', '1号', '', '', '', ''],
      ['郑一', '户主', '西村', '5组', '1号', '', '', '', ''],
    ]
    const id = await upload(csv(rows))
    const { counts } = await check(id)
    assert.deepEqual(counts, { doubtful: 4, new: 2 })
    const doubts = await rowsOf(id, 'doubtful')
    for (const [row, why] of [
      [2, /已有同名的人/],
      [3, /这个门牌已经登记，户主是另一个人/],
      [5, /写在了两户.*第 4 行/],
      [7, /同一个门牌有两个户主，第 6 行/],
    ] as const)
      assert.match(doubts.find((each: { row: number }) => each.row === row).why, why)
    await post(`/${id}/decisions`, { row: 7, decision: 'new' })
    assert.deepEqual((await start(id)).written, { new: 3 })
    assert.notEqual((await person('郑一')).household_id, (await person('吴一')).household_id)
  })

  test('mistakes are told in their row', async () => {
    const faults: [string[], RegExp][] = [
      [['', '', '东村', '', '1号', '', '', '', ''], /没有姓名/],
      [['长'.repeat(200), '', '东村', '', '1号', '', '', '', ''], /“姓名”有 200 个字/],
      [['=1+1', '', '东村', '', '1号', '', '', '', ''], /像公式/],
      [['冯一', '', '南村', '', '1号', '', '', '', ''], /没有“南村”这个村/],
      [['冯二', '', '', '', '1号', '', '', '', ''], /没有写村/],
      [['冯三', '', '东村', '1组', '', '', '', '', ''], /不知道是哪一户/],
      [['冯四', '', '东村', '1组', '2组3号', '', '', '', ''], /组写的是1组，门牌里写的是2组/],
      [['冯五', '', '东村', '', '31号', '', '2099-1-1', '', ''], /在今天以后/],
      [['冯六', '', '东村', '', '32号', '', '80年春', '', ''], /出生日期看不懂/],
      [['冯七', '', '东村', '', '33号', '1.39E+10', '', '', ''], /科学计数/],
    ]
    const id = await upload(csv(faults.map(([row]) => row)))
    assert.deepEqual((await check(id)).counts, { mistake: faults.length })
    const rows = await rowsOf(id)
    faults.forEach(([, why], at) => {
      assert.match(rows[at].why, why)
    })
    const report = await post(`/${id}/report`, { result: 'mistake' })
    const sheet = readZip(report.rawPayload, 1e7).get('xl/worksheets/sheet1.xml')!.toString()
    assert.match(sheet, /没有“南村”这个村/)
    assert.ok(!sheet.includes('冯一'))
  })
})

describe('taking back', () => {
  test('the whole import, to what stood there before', async () => {
    await bring([['卫一', '户主', '东村', '6组', '1号', '', '', '', '']])
    const before = await sql('select id, phone, household_id from residents order by id')
    const homes = await sql('select id from households order by id')
    const { id, done } = await bring([
      ['卫一', '', '东村', '6组', '1号', '13922223333', '', '浙江', ''],
      ['卫二', '户主', '东村', '6组', '2号', '', '', '', ''],
    ])
    assert.deepEqual(done.written, { new: 1, changed: 1 })
    assert.equal((await post(`/${id}/undo`)).statusCode, 200)
    await work(id)
    assert.equal((await show(id)).state, 'undone')
    assert.deepEqual(await sql('select id, phone, household_id from residents order by id'), before)
    assert.deepEqual(await sql('select id from households order by id'), homes)
    assert.equal((await post(`/${id}/undo`)).statusCode, 200)
  })

  test('not when somebody was changed since', async () => {
    const { id } = await bring([
      ['蒋一', '户主', '东村', '7组', '1号', '', '', '', ''],
      ['蒋二', '户主', '东村', '7组', '2号', '', '', '', ''],
    ])
    const { id: resident } = await person('蒋一')
    await chief({ method: 'PATCH', url: `/api/residents/${resident}`, payload: { note: '改过' } })
    await post(`/${id}/undo`)
    await work(id)
    const after = await show(id)
    assert.equal(after.state, 'done')
    assert.match(after.trouble, /1 位后来改过/)
    assert.ok(await person('蒋二'))
  })
})

test('killed in the middle, it goes on where it was: nothing twice, nothing lost', async () => {
  const rows = Array.from({ length: 4500 }, (_, at) => [
    `何${'甲乙丙丁戊己庚辛'[at % 8]}${String.fromCodePoint(0x4e00 + at)}`,
    ['户主', '妻', '子'][at % 3]!,
    '西村',
    `${20 + (at % 9)}组`,
    `${Math.floor(at / 3) + 100}号`,
    at % 3 === 0 ? `139${String(at).padStart(8, '0')}/138${String(at).padStart(8, '0')}` : '',
    '',
    '',
    '',
  ])
  const id = await upload(
    csv(
      rows.map((row, at) => {
        row[3] = `${20 + (Math.floor(at / 3) % 9)}组`
        return row
      }),
    ),
  )
  assert.deepEqual((await check(id)).counts, { new: 4500 })
  await post(`/${id}/start`)
  const child = spawn(
    process.execPath,
    [
      builtScript(resolve(import.meta.dirname, 'killed-import.fixture.ts')),
      database.servingUrl,
      stationId,
      id,
      '2',
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )
  assert.equal((await once(child, 'exit'))[1], 'SIGKILL')
  const half = await show(id)
  assert.deepEqual([half.state, half.rowsDone, half.written], ['importing', 2000, { new: 2000 }])
  // Held and gone on with.
  await post(`/${id}/stop`)
  await work(id)
  assert.equal((await show(id)).rowsDone, 2000)
  const other = await upload(csv([['何人', '户主', '西村', '', '1号', '', '', '', '']]))
  await check(other)
  const done = await start(id)
  assert.deepEqual([done.state, done.written], ['done', { new: 4500 }])
  const [counted] = await sql(
    `select count(*) as people, count(distinct r.name) as names, count(distinct r.household_id) as homes,
       (select count(*) from household_members m where m.resident_id = any (array_agg(r.id))) as members,
       (select count(*) from resident_phones p where p.resident_id = any (array_agg(r.id))) as phones,
       (select count(*) from resident_relations l where l.from_id = any (array_agg(r.id))) as relations
     from residents r where r.name like '何%'`,
  )
  assert.deepEqual(Object.values(counted).map(Number), [4500, 4500, 1500, 4500, 1500, 3000])
  assert.deepEqual(done.furtherWritten, { phones: 1500, relations: 3000 })
})

/** The workbook with its first sheet changed. */
async function patched(bytes: Buffer, change: (xml: string) => string): Promise<Buffer> {
  const { zipSync } = await import('fflate')
  const files = readZip(bytes, 1e8)
  const name = 'xl/worksheets/sheet1.xml'
  files.set(name, Buffer.from(change(files.get(name)!.toString())))
  return Buffer.from(zipSync(Object.fromEntries(files)))
}

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { test } from 'node:test'
import { uploadForm } from '../../../test/upload.ts'
import { fileUses } from '../../file-uses.ts'
import { makePhoto } from '../../gateways/wecom/twin/media/make-photo.ts'
import { pathOf } from '../../platform/files/file-store.ts'
import { sweepFiles } from '../../platform/files/sweep-files.ts'
import { newId } from '../../platform/id.ts'
import { startChannel, until } from './wechat.fixture.ts'

const channel = await startChannel()
const { as, asResident, world, context, control, query } = channel
const { phone } = control.kf
const { stationId } = world
type Who = 'chief' | 'officer' | 'eastAuxiliary'

async function upload(bytes: Buffer, who: Who = 'officer'): Promise<string> {
  const answer = await as(who)({ url: '/api/files', ...uploadForm({ bytes }) })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().id
}
/** A photo as the store keeps it after drawing, without waiting for the drawing of a busy machine. */
async function photo(colour: string): Promise<string> {
  const bytes = await makePhoto(colour)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const path = pathOf(context.files, stationId, sha256)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
  const id = newId()
  await query(
    `insert into files (station_id, id, kind, sha256, shown_sha256, thumb_sha256, media_type, size, width, height, owner_kind, owner_id)
     values ($1, $2, 'photo', $3, $3, $3, 'image/jpeg', $4, 320, 240, 'officer', $5)`,
    [stationId, id, sha256, bytes.length, world.officers.officer],
  )
  return id
}
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(500, 32)])
const [red, green, paper] = [await photo('#aa2222'), await photo('#22aa22'), await upload(pdf)]
const words = {
  title: '怎么装反诈软件',
  body: '照图上的步骤装，装好打开预警。',
  keywords: ['反诈软件'],
  basis: '测试',
  expiresOn: '2099-11-23',
}
const files = [
  { id: red, alt: ' 第一步的截图 ' },
  { id: paper, alt: '说明书' },
]
const draft = (more: object = {}, who: Who = 'officer') =>
  as(who)({
    method: 'POST',
    url: '/api/scripts',
    payload: { library: 'anti_fraud', ...words, auxiliaryMay: true, villageIds: null, files, ...more },
  })
const approve = (scriptId: string, version: number) =>
  as('chief')({ method: 'POST', url: '/api/script-approvals', payload: { items: [{ scriptId, version }] } })
const made = await draft()
assert.equal(made.statusCode, 200, made.body)
const id: string = made.json().id
const shown = async (who: Who = 'chief') => (await as(who)({ url: `/api/scripts/${id}` })).json()
const kept = (rows: { id: string; alt: string }[]) => rows.map((file) => [file.id, file.alt])

test('a version keeps up to four pictures and papers in their order; a draft of others is not seen by an auxiliary', async () => {
  assert.deepEqual(kept((await shown()).versions[0].files), [
    [red, '第一步的截图'],
    [paper, '说明书'],
  ])
  for (const wrong of [
    [{ id: newId(), alt: '' }],
    [files[0], files[0]],
    [1, 2, 3, 4, 5].map(() => ({ id: newId(), alt: '' })),
  ])
    assert.equal((await draft({ files: wrong })).statusCode, 400)
  const voice = await upload(Buffer.concat([Buffer.from('OggS'), Buffer.alloc(1000, 3)]))
  assert.match((await draft({ files: [{ id: voice, alt: '' }] })).json().message, /不是图片和 PDF/)
  const notHers = await draft({ files: [{ id: green, alt: '' }] }, 'chief')
  assert.equal(notHers.statusCode, 400, 'a file of somebody else, on no script')
  const bytes = (who: Who) => as(who)({ url: `/api/files/${red}?variant=thumb` })
  assert.deepEqual([(await bytes('chief')).statusCode, (await bytes('eastAuxiliary')).statusCode], [200, 404])
  assert.equal((await approve(id, 1)).statusCode, 200)
  assert.equal((await bytes('eastAuxiliary')).statusCode, 200)
})

test('they are offered with the script, sent with the answer on the page, and recorded with the version', async () => {
  const asked = await asResident('chen')({
    method: 'POST',
    url: '/api/resident/messages',
    payload: { clientKey: crypto.randomUUID(), body: '反诈软件怎么装？' },
  })
  assert.equal(asked.statusCode, 201, asked.body)
  const conversation = async () =>
    (
      await query(
        `select conversation_id as id, contact_id as contact from messages where station_id = $1 and body like '反诈软件怎么装%'`,
        [stationId],
      )
    )[0]
  await until('it is filed', conversation)
  const { id: at, contact } = await conversation()
  const [best] = (await as('eastAuxiliary')({ url: `/api/conversations/${at}/script-suggestions` })).json()
  assert.deepEqual([best.scriptId, kept(best.files).length], [id, 2])
  const { items } = (
    await as('eastAuxiliary')({ url: `/api/conversations/${at}/scripts?text=反诈软件` })
  ).json()
  assert.deepEqual(kept(items[0].files), kept(best.files))
  const said = { body: words.body, scripts: [{ id, version: 1 }], fileIds: [red, paper] }
  const saved = await as('eastAuxiliary')({
    ...{ method: 'PUT', url: `/api/conversations/${at}/draft`, payload: { kind: 'outbound', ...said } },
  })
  assert.equal(saved.statusCode, 200, saved.body)
  const open = (await as('eastAuxiliary')({ url: `/api/conversations/${at}` })).json()
  assert.deepEqual(
    open.drafts[0].files.map((file: { id: string }) => file.id),
    [red, paper],
  )
  const sent = await as('eastAuxiliary')({
    method: 'POST',
    url: `/api/conversations/${at}/messages`,
    payload: { contactId: contact, clientKey: crypto.randomUUID(), ...said },
  })
  assert.equal(sent.statusCode, 201, sent.body)
  const rows = await query(
    `select m.script_id, m.script_version, array_agg(f.file_id order by f.position) as files from messages m
     join message_files f on f.station_id = $1 and f.message_id = m.id where m.station_id = $1 and m.id = $2 group by 1, 2`,
    [stationId, sent.json().messageId],
  )
  assert.deepEqual(rows, [{ script_id: id, script_version: 1, files: [red, paper] }])
  const hers = await asResident('chen')({ url: `/api/resident/files/${red}?variant=shown` })
  assert.equal(hers.statusCode, 200)
  assert.equal((await asResident('liu')({ url: `/api/resident/files/${red}` })).statusCode, 404)
  // A picture of nobody's script and not her own goes nowhere.
  const other = await as('eastAuxiliary')({
    method: 'POST',
    url: `/api/conversations/${at}/messages`,
    payload: { contactId: contact, clientKey: crypto.randomUUID(), body: '图', fileIds: [green] },
  })
  assert.equal(other.statusCode, 400)
})

test('over WeChat they go after the text, a picture as a picture and a paper as a file', async () => {
  const who = channel.person('贺阿姨')
  phone.write(channel.openKfid, who, '想装反诈软件')
  const first = async () => (await channel.messages()).find(({ body }) => body === '想装反诈软件')
  await until('her message is there', first)
  const { conversation, contact } = (await first())!
  const more = { scripts: [{ id, version: 1 }], fileIds: [red, paper] }
  const sent = await channel.answer(conversation, contact, words.body, more)
  assert.equal(sent.statusCode, 201, sent.body)
  const arrived = () => phone.sees(channel.openKfid, who).map(({ msgtype }) => msgtype)
  await until('all of it arrived', () => arrived().includes('file'))
  assert.deepEqual(arrived().slice(-3), ['text', 'image', 'file'])
})

test('the next version may take one out; the old one keeps its own, and neither is cleaned up', async () => {
  const payload = { ...words, files: [{ id: paper, alt: '新说明书' }], submit: false }
  const next = await as('chief')({ method: 'POST', url: `/api/scripts/${id}/versions`, payload })
  assert.equal(next.statusCode, 200, next.body)
  const { versions } = await shown()
  assert.deepEqual(
    versions.map((version: { files: { id: string; alt: string }[] }) => kept(version.files)),
    [
      [[paper, '新说明书']],
      [
        [red, '第一步的截图'],
        [paper, '说明书'],
      ],
    ],
  )
  const alone = await photo('#2222aa')
  await query('delete from drafts where station_id = $1', [stationId])
  await sweepFiles(context, stationId, fileUses, new Date(Date.now() + 25 * 3_600_000))
  const left = await query('select id from files where station_id = $1', [stationId])
  const ids = new Set(left.map((row) => row.id))
  assert.deepEqual([ids.has(red), ids.has(paper), ids.has(alone)], [true, true, false])
})

test('an exported library names them by their hashes; imported again nothing changes, and what is missing is told first', async () => {
  const out = await as('chief')({
    method: 'POST',
    url: '/api/script-exports',
    payload: { form: 'json' },
    headers: { 'x-test-officer': `${stationId} ${world.officers.chief} stepped-up` },
  })
  assert.equal(out.statusCode, 200, out.body)
  const { scripts } = JSON.parse(out.body)
  const own = scripts.find(({ title }: { title: string }) => title === words.title)
  assert.deepEqual(Object.keys(own.files[0]), ['sha256', 'alt'])
  const send = async (given: unknown[], apply = false) => {
    const content = Buffer.from(JSON.stringify({ scripts: given })).toString('base64')
    const payload = { form: 'json', content, apply }
    return (await as('chief')({ method: 'POST', url: '/api/script-imports', payload })).json()
  }
  assert.deepEqual((await send([own])).counts, { new: 0, changed: 0, same: 1, refused: 0 })
  const lost = {
    ...own,
    code: '',
    title: '另一条',
    files: [...own.files, { sha256: 'f'.repeat(64), alt: '' }],
  }
  const dry = await send([lost])
  assert.deepEqual([dry.rows[0].result, /第 2 个图片或文件这里没有/.test(dry.rows[0].why)], ['refused', true])
  const copy = { ...own, code: '', title: '抄来的一条' }
  assert.equal((await send([copy], true)).counts.new, 1)
  const [row] = await query(
    `select files from script_versions where station_id = $1 and title = '抄来的一条'`,
    [stationId],
  )
  assert.deepEqual(kept(row.files), [[paper, '新说明书']])
})

import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { AppError } from '../errors.ts'
import { newId } from '../id.ts'
import { chooseVariant, requireKnowing } from './choose-variant.ts'
import { createFileStore, pathOf } from './file-store.ts'
import type { FoundFile } from './find-file.ts'
import { hostileFiles } from './hostile-files.fixture.ts'
import { keepAnything } from './keep-anything.ts'
import { receiveFile } from './receive-file.ts'

const root = mkdtempSync(join(tmpdir(), 'lianxinqiao-kept-'))
const store = createFileStore(root, { reserveBytes: 0 })
after(() => {
  store.close()
  rmSync(root, { recursive: true })
})
const stationId = newId()
const keep = async (bytes: Buffer, name = '') =>
  keepAnything(store, stationId, await receiveFile(store, stationId, [bytes]), name)
const found = (kept: Awaited<ReturnType<typeof keep>>) =>
  ({ ...kept, id: newId(), ownerKind: 'resident', ownerId: newId() }) as unknown as FoundFile
const left = () => readdirSync(join(root, stationId, 'incoming'))

test('every hostile file that a page refuses is kept byte by byte and only ever handed out as a download', async () => {
  for (const { what, bytes, name, outcome } of await hostileFiles()) {
    if (outcome === 'harmless') continue
    if (bytes.length === 0 || bytes.length > 20 << 20) {
      await assert.rejects(keep(bytes, name), AppError, what)
      continue
    }
    const kept = await keep(bytes, name)
    assert.ok(readFileSync(pathOf(store, stationId, kept.sha256)).equals(bytes), what)
    assert.equal(kept.kind, 'document', what)
    const served = chooseVariant(found(kept), 'shown')
    assert.deepEqual([served.inline, served.cacheable], [false, false], what)
    assert.doesNotMatch(served.mediaType, /html|svg|xml$|script/, what)
  }
  assert.deepEqual(left(), [])
})

/** An archive of empty files of these names. */
function zip(...names: string[]): Buffer {
  const entries = names.map((name) => {
    const head = Buffer.alloc(46)
    head.write('PK\x01\x02', 'latin1')
    head.writeUInt16LE(Buffer.byteLength(name), 28)
    return Buffer.concat([head, Buffer.from(name)])
  })
  return Buffer.concat([
    Buffer.from('PK\x03\x04'),
    Buffer.alloc(70_000, 1),
    ...entries,
    Buffer.from('PK\x05\x06'),
  ])
}
const wide = (text: string) => Buffer.from(text, 'utf16le')
const old = (inside: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(66_000), wide(inside)])
const word = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/media/image1.png']

test('what may start something on a machine is told apart from papers', async () => {
  const harmless: [string, Buffer][] = [
    ['申请书.docx', zip(...word)],
    ['照片.zip', zip('照片/1.jpg', '照片/2.jpg')],
    ['名单.txt', Buffer.from('村民名单'.repeat(30))],
    ['旧申请.doc', old('WordDocument')],
    ['x.gif', Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(100)])],
    ['IMG.HEIC', Buffer.from('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic')],
    ['判决书.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(500, 32)])],
  ]
  for (const [name, bytes] of harmless) assert.equal((await keep(bytes, name)).mayRun, false, name)
  const running: [string, Buffer][] = [
    ['工资表.exe', Buffer.alloc(100, 1)],
    ['工资表.EXE', Buffer.alloc(100, 1)],
    ['反诈.apk', zip('classes.dex')],
    ['看看.html', Buffer.from('你好，村长'.repeat(20))],
    ['快捷方式.lnk', Buffer.alloc(100, 1)],
    ['表.xlsm', zip('xl/workbook.xml')],
    ['表.xlsx', zip('xl/workbook.xml', 'xl/vbaProject.bin')],
    ['表.xls', old('_VBA_PROJECT')],
    ['锁住的.docx', old('EncryptedPackage')],
    ['名单.rar', Buffer.concat([Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'), Buffer.alloc(100)])],
    ['名单.zip', zip('名单.docx', '名单/打开我.exe')],
    ['名单.zip', zip('里面.zip')],
    ['程序改了名.txt', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)])],
    ['网页改了名.txt', Buffer.from(`\ufeff \n<html>${'x'.repeat(100)}`)],
    ['两面.hta', Buffer.concat([Buffer.from('%PDF-1.7\n<script>'), Buffer.alloc(500, 32)])],
    ['带脚本.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n/JavaScript '), Buffer.alloc(500, 32)])],
  ]
  for (const [name, bytes] of running) {
    const kept = await keep(bytes, name)
    assert.equal(kept.mayRun, true, name)
    assert.throws(() => requireKnowing(found(kept), false), /可能带程序/, name)
    requireKnowing(found(kept), true)
  }
})

test('a film stays a film however it was sent; a photo keeps being drawn', async () => {
  const film = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(5000, 1)])
  const hdlr = Buffer.concat([Buffer.from('hdlr'), Buffer.alloc(8), Buffer.from('vide'), Buffer.alloc(50)])
  const kept = await keep(Buffer.concat([film, hdlr]), '监控.mp4')
  assert.deepEqual([kept.kind, kept.mediaType, kept.name], ['document', 'video/mp4', '监控.mp4'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mostPhotos } from '../../../contract/cases.ts'
import { newId } from '../../platform/id.ts'
import { expectOk, startCaseServer } from './cases.fixture.ts'

const { asResident, guideId, inside, open, post, show, world } = await startCaseServer()
const { chen } = world.contacts
const phone = asResident('chen')

const photo = () =>
  inside(async ({ db, stationId }) => {
    const id = newId()
    const sha256 = id.replaceAll('-', '').repeat(2)
    await db
      .insertInto('files')
      .values({
        stationId,
        id,
        kind: 'photo',
        sha256,
        mediaType: 'image/jpeg',
        size: 1,
        ownerKind: 'resident',
        ownerId: chen,
      })
      .execute()
    return id
  })
const hers = (id: string, payload: Record<string, unknown>) =>
  phone({ method: 'POST', url: `/api/resident/cases/${id}/materials/register/checks`, payload })
const shot = async (id: string) => {
  const fileId = await photo()
  expectOk(await hers(id, { verdict: 'photographed', fileId }))
  return fileId
}
const say = async (id: string, verdict: string, fileId: string | null = null, note = '') =>
  expectOk(await post('officer', `/api/cases/${id}/materials/register/checks`, { verdict, note, fileId }))
type Paper = { verdict: string | null; note: string; photos: { id: string; unreadable: boolean }[] }
const paper = async (id: string): Promise<Paper> => {
  const [desk] = (await show(id)).materials
  const [own] = expectOk(await phone({ url: `/api/resident/cases/${id}` })).materials
  assert.deepEqual(own.photos, desk.photos, 'both see the same photos')
  assert.deepEqual([own.verdict, own.note], [desk.verdict, desk.note])
  assert.equal('officer' in own, false)
  return desk
}

test('every page of a register is shown; one that cannot be read is named until another one has come', async () => {
  const id = await open({ contactId: chen, guideId })
  const pages = [await shot(id), await shot(id), await shot(id)]
  assert.deepEqual(
    (await paper(id)).photos.map(({ id: file }) => file),
    pages,
  )
  await say(id, 'unreadable', pages[1]!)
  const told = await paper(id)
  assert.equal(told.verdict, 'unreadable')
  assert.deepEqual(
    told.photos.map(({ unreadable }) => unreadable),
    [false, true, false],
  )
  const again = await shot(id)
  const mended = await paper(id)
  assert.equal(mended.verdict, 'photographed')
  assert.deepEqual(
    mended.photos.map(({ id: file }) => file),
    [pages[0], pages[2], again],
  )
  // The word on the whole paper leaves the photos where they are.
  await say(id, 'rejected', null, '少了最后一页')
  assert.equal((await paper(id)).photos.length, 3)
  expectOk(await hers(id, { verdict: 'withdrawn' }))
  assert.deepEqual((await paper(id)).photos, [])
})

test('a photo sent again by a phone that heard no answer changes nothing, whatever was said meanwhile', async () => {
  const id = await open({ contactId: chen, guideId })
  const fileId = await shot(id)
  await say(id, 'accepted')
  expectOk(await hers(id, { verdict: 'photographed', fileId }))
  const { verdict, photos } = await paper(id)
  assert.deepEqual([verdict, photos.length], ['accepted', 1])
})

test('a photo she has taken back does not come back because somebody calls it unreadable on an older page', async () => {
  const id = await open({ contactId: chen, guideId })
  const fileId = await shot(id)
  expectOk(await hers(id, { verdict: 'withdrawn' }))
  const url = `/api/cases/${id}/materials/register/checks`
  const late = await post('officer', url, { verdict: 'unreadable', note: '', fileId })
  assert.equal(late.statusCode, 409)
  const { verdict, photos } = await paper(id)
  assert.deepEqual([verdict, photos], ['withdrawn', []])
})

test('thirty photos of one paper: so many, then a sentence, and what is there stays', async () => {
  const id = await open({ contactId: chen, guideId })
  for (let place = 0; place < mostPhotos; place += 1) await shot(id)
  for (let place = mostPhotos; place < 30; place += 1) {
    const refused = await hers(id, { verdict: 'photographed', fileId: await photo() })
    assert.equal(refused.statusCode, 400)
    assert.match(refused.json().message, /已经有 12 张照片/)
  }
  const { verdict, photos } = await paper(id)
  assert.deepEqual([verdict, photos.length], ['photographed', mostPhotos])
  // One that cannot be read may be taken again also when there is no more room.
  await say(id, 'unreadable', photos[3]!.id)
  const again = await shot(id)
  const mended = await paper(id)
  assert.deepEqual([mended.photos.length, mended.photos.at(-1)?.id], [mostPhotos, again])
})

test('a case keeps of each paper what its guide said when it began', async () => {
  const id = await open({ contactId: chen, guideId })
  await inside(({ client, stationId }) =>
    client.query(
      `update guide_materials set form = 'copy', copies = 2, electronic = true, note = '看背面'
       where station_id = $1 and guide_id = $2 and key = 'card'`,
      [stationId, guideId],
    ),
  )
  const later = await open({ contactId: chen, guideId })
  const saysOf = async (of: string) => {
    const { form, copies, electronic, shared, advice } = (await show(of)).materials[1]
    return [form, copies, electronic, shared, advice]
  }
  assert.deepEqual(await saysOf(id), ['original', 1, false, false, null])
  assert.deepEqual(await saysOf(later), ['copy', 2, true, false, '看背面'])
})

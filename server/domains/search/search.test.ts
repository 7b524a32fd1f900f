import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SearchGroup, SearchHit } from '../../../contract/search.ts'
import { createWorld } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'
import { startCaseServer } from '../cases/cases.fixture.ts'
import { indexMessages, indexOlderSounds } from '../inbox/index-messages.ts'
import { indexEntries } from './index-entries.ts'

const server = await startCaseServer()
const { as, asResident, context, world, inside } = server
const { villages, contacts } = world
const elsewhere = await createWorld(context.pool, '430182902')
type Officer = keyof typeof world.officers

async function ask(
  query: Record<string, string>,
  who: Officer = 'chief',
  station = world,
): Promise<SearchGroup[]> {
  const answer = await as(who, station)({ url: `/api/search?${new URLSearchParams(query)}` })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().groups
}
const marked = ({ title, excerpt }: SearchHit) =>
  [title, excerpt].flatMap((part) => part?.marks.map(([from, to]) => part.text.slice(from, to)) ?? [])
/** Kind, title and what is marked of each hit; `~` before what only sounds so. */
async function find(
  text: string,
  who: Officer = 'chief',
  more: Record<string, string> = {},
): Promise<string[]> {
  const groups = await ask({ text, ...more }, who)
  return groups.flatMap(({ kind, near, hits }) =>
    hits.map((hit) => `${near ? '~' : ''}${kind} ${hit.title.text} [${marked(hit).join(' ')}]`),
  )
}
const people = (text: string, who: Officer = 'chief') => find(text, who, { kinds: 'person' })

async function record(payload: object): Promise<string> {
  const answer = await as('officer')({ method: 'POST', url: '/api/residents', payload })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json().id
}
async function say(body: string, who: keyof typeof contacts = 'chen'): Promise<string> {
  const payload = { clientKey: newId(), body }
  const answer = await asResident(who)({ method: 'POST', url: '/api/resident/messages', payload })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json().messageId
}
/** The feed waits for what other tests of this cluster have not ended yet: so the index is asked again until it is so. */
async function settled(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    await indexed()
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  assert.fail('the index never came to it')
}
async function indexed(stationId = world.stationId): Promise<void> {
  for (const index of [indexEntries, indexMessages])
    while ((await inStation(context.pool, stationId, index)) > 0);
}

const east = { villageId: villages.east, address: '东村3组12号' }
const west = { villageId: villages.west, address: '西村三组七号' }
const liu = await record({ name: '刘大妈', phone: '139 0000-4417', household: east })
await record({ name: '曾志伟', phone: '13900002204', household: west })
await record({ name: '单雄信', phone: '13844170000' })
await say('我想单独分户，户口本要带哪几页')
await say('鄰居佔了我的車位', 'liu')
await say('西村的路灯坏了，一头黄牛也不见了', 'liu')
const script = {
  ...{
    library: 'business',
    title: '分户怎么办',
    body: '带户口簿和身份证来窗口。',
    keywords: ['分户', '另立户口'],
  },
  ...{ basis: '测试', expiresOn: '2099-01-01', auxiliaryMay: true },
}
for (const villageIds of [null, [villages.east]]) {
  const title = villageIds ? '东村分户专办' : script.title
  const payload = { ...script, title, villageIds }
  const drafted = await as('officer')({ method: 'POST', url: '/api/scripts', payload })
  const items = [{ scriptId: drafted.json().id, version: 1 }]
  await as('chief')({ method: 'POST', url: '/api/script-approvals', payload: { items } })
}
const matter = { kind: 'dispute', scenario: 'mediation', channel: 'phone', title: '宅基地边界纠纷' }
const details = '两家为一棵樟树争了三年。'
await as('chief')({
  method: 'POST',
  url: '/api/cases',
  payload: { ...matter, details, villageId: villages.west, clientKey: newId() },
})
await settled(async () => (await people('ldm')).length === 1 && (await people('曾志伟')).length === 1)

test('people by name, pinyin, initials, telephone, door, nickname, and by several of these at once', async () => {
  const found = ['person 刘大妈']
  const titles = async (text: string) => (await people(text)).map((hit) => hit.replace(/ \[.*/, ''))
  for (const text of [
    '大妈 刘',
    'liudama',
    'liud',
    'LDM',
    'ldm',
    'dm 4417',
    '尾号 4417',
    '刘 4417',
    '劉大媽',
  ])
    assert.deepEqual(await titles(text), found, text)
  assert.deepEqual(await titles('3组12号'), found)
  assert.deepEqual(await titles('三组十二号'), found)
  assert.deepEqual(await titles('3-12'), found)
  assert.deepEqual(await titles('东村3组'), found)
  assert.deepEqual(await titles('西村3组7号'), ['person 曾志伟'])
  assert.deepEqual(await titles('zeng'), ['person 曾志伟'])
  assert.deepEqual(await titles('ceng'), ['person 曾志伟'])
  assert.deepEqual(await titles('sxx'), ['person 单雄信'])
  assert.deepEqual(await titles('1384417'), ['person 单雄信'])
  // 4417 ends one number and stands in another: the end is what is asked for.
  assert.deepEqual(await titles('4417'), found)
  assert.deepEqual(await titles('刘师傅'), ['person 刘师傅'])
  assert.deepEqual(await titles('刘'), ['person 刘大妈', 'person 刘师傅'])
  assert.deepEqual(await titles('%'), [])
})

test('what was found is marked: the name, the end of the number, the door', async () => {
  assert.deepEqual(await people('ldm'), ['person 刘大妈 [刘大妈]'])
  assert.deepEqual(await people('dama'), ['person 刘大妈 [大妈]', 'person 陈大妈 [大妈]'])
  assert.deepEqual(await people('4417'), ['person 刘大妈 [4417]'])
  assert.deepEqual(await people('3组12号'), ['person 刘大妈 [3组12号]'])
})

test('one wrong letter and a like sound are found when nothing is so, and said to be near', async () => {
  assert.deepEqual(await people('liudma'), ['~person 刘大妈 []'])
  assert.deepEqual(await people('niudama'), ['~person 刘大妈 [刘大妈]'])
  assert.deepEqual(await people('刘达马'), ['~person 刘大妈 [刘大妈]'])
  assert.deepEqual(await people('曾志为'), ['~person 曾志伟 [曾志伟]'])
  assert.deepEqual(await people('王五'), [])
})

test('messages by words, pinyin, initials of what the scripts speak of, and by sound', async () => {
  const messages = (text: string) => find(text, 'chief', { kinds: 'message' })
  const split = 'message 陈大妈'
  assert.deepEqual(await messages('分户'), [`${split} [分户]`])
  assert.deepEqual(await messages('户口 分户'), [`${split} [分户 户口]`])
  assert.deepEqual(await messages('fenhu'), [`${split} [分户]`])
  assert.deepEqual(await messages('hukouben'), [`${split} [户口本]`])
  assert.deepEqual(await messages('hukoub'), [`${split} [户口本]`])
  assert.deepEqual(await messages('fh'), [`${split} [分户]`])
  assert.deepEqual(await messages('niu'), ['message 刘师傅 [牛]'])
  assert.deepEqual(await messages('分护'), [`~${split} [分户]`])
  assert.deepEqual(await messages('fenghu'), [`~${split} [分户]`])
  assert.deepEqual(await messages('fenhhu'), [`~${split} [分户]`])
  assert.deepEqual(await messages('huangliu'), ['~message 刘师傅 [黄牛]'])
})

test('a message in traditional characters is found by them', async () => {
  assert.deepEqual(await find('車位', 'chief', { kinds: 'message' }), ['message 刘师傅 [車位]'])
})

test('a conversation and a case by the whole number, a telephone as a telephone writes it', async () => {
  const [hit] = (await ask({ text: '黄牛', kinds: 'message' }))[0]!.hits
  const number = hit!.number!
  const [byNumber, ...more] = (await ask({ text: ` ${number} `, kinds: 'message' }))[0]!.hits
  assert.deepEqual([byNumber!.conversationId, more.length], [hit!.conversationId, 0])
  assert.deepEqual(await ask({ text: number, kinds: 'message' }, 'eastAuxiliary'), [])
  assert.deepEqual(await ask({ text: '200101-9999' }), [])
  const opened = await as('chief')({ url: '/api/cases?limit=1' })
  const [known] = opened.json().items
  assert.equal((await ask({ text: known.number, kinds: 'case' }))[0]!.hits[0]!.id, known.id)
  for (const typed of ['139 0000 4417', '139-0000-4417', '+86 13900004417'])
    assert.deepEqual(await people(typed), ['person 刘大妈 [139 0000-4417]'], typed)
})

test('cases, scripts and guides by words, pinyin and initials', async () => {
  const kinds = { kinds: 'case,script,guide' }
  assert.deepEqual(await find('zjd', 'chief', kinds), ['case 宅基地边界纠纷 [宅基地]'])
  assert.deepEqual(await find('樟树', 'chief', kinds), ['case 宅基地边界纠纷 [樟树]'])
  const both = ['script 分户怎么办 [分户]', 'script 东村分户专办 [分户]', 'guide 分户 [分户]']
  assert.deepEqual(await find('fh', 'chief', kinds), both)
  assert.deepEqual(await find('分户', 'chief', kinds), both)
  assert.deepEqual(
    (await find('分护', 'chief', kinds)).map((hit) => hit.split(' ')[0]),
    ['~script', '~script', '~guide'],
  )
})

test('a whole question finds the script and the guide that answer it, of what she may see', async () => {
  const asked = (who: Officer, text: string) => find(text, who, { kinds: 'script,guide' })
  const found = await asked('chief', '兄弟两个想分户，另立户口要带些什么呢')
  assert.ok(
    found.some((hit) => hit.startsWith('~script 分户怎么办')),
    found.join(),
  )
  assert.ok(
    found.some((hit) => hit.startsWith('~guide ') && hit.includes('分户')),
    found.join(),
  )
  const west = await asked('westAuxiliary', '兄弟两个想分户，另立户口要带些什么呢')
  assert.ok(!west.some((hit) => hit.includes('东村分户专办')), west.join())
  assert.deepEqual(await asked('chief', '火星上的天气预报今年怎么样呀'), [])
})

test('an auxiliary finds her villages and what has none, an auditor nothing, the other station nothing', async () => {
  assert.deepEqual(await people('ldm', 'westAuxiliary'), [])
  assert.deepEqual((await people('zzw', 'westAuxiliary')).length, 1)
  assert.deepEqual((await people('sxx', 'westAuxiliary')).length, 1)
  assert.deepEqual(await find('樟树', 'eastAuxiliary'), [])
  assert.deepEqual(await find('黄牛', 'eastAuxiliary'), [])
  assert.deepEqual(await find('huangniu', 'eastAuxiliary'), [])
  assert.deepEqual(await find('huangliu', 'eastAuxiliary'), [])
  const scripts = (await find('分户', 'westAuxiliary', { kinds: 'script' })).map((hit) => hit.split(' ')[1])
  assert.deepEqual(scripts, ['分户怎么办'])
  assert.equal((await as('auditor')({ url: '/api/search?text=x' })).statusCode, 403)
  for (const text of ['刘', 'ldm', '4417', '3组12号', '黄牛', 'huangniu', '樟树', '分户'])
    assert.deepEqual(await ask({ text }, 'chief', elsewhere), [], text)
})

test('filters by village, time and kind; a kind about which a filter says nothing is left out', async () => {
  const kinds = async (more: Record<string, string>) =>
    (await ask({ text: '户', ...more })).map(({ kind }) => kind)
  assert.deepEqual(await kinds({}), ['message', 'script', 'guide'])
  assert.deepEqual(await kinds({ villageId: villages.east }), ['message'])
  assert.deepEqual(await kinds({ villageId: villages.west }), [])
  assert.deepEqual(await kinds({ from: new Date(Date.now() + 60_000).toISOString() }), [])
  assert.deepEqual(await kinds({ until: new Date(Date.now() + 60_000).toISOString() }), ['message'])
  assert.deepEqual(await kinds({ kinds: 'guide,script' }), ['script', 'guide'])
  for (const query of ['text=', 'text=%20', 'text=a&kinds=x', 'text=a&cursor=2026-01-01T00:00:00Z'])
    assert.equal((await as('chief')({ url: `/api/search?${query}` })).statusCode, 400, query)
})

test('messages go on where the page ended, and what is cut is said to be', async () => {
  for (let n = 0; n < 23; n++) await say(`水渠堵了第${n}天`)
  await indexed()
  const [first] = await ask({ text: '水渠', kinds: 'message' })
  assert.deepEqual([first!.hits.length, first!.more], [20, true])
  const [second] = await ask({ text: '水渠', kinds: 'message', cursor: first!.next! })
  assert.deepEqual([second!.hits.length, second!.more, second!.next], [3, false, null])
  assert.equal(new Set([...first!.hits, ...second!.hits].map(({ key }) => key)).size, 23)
})

test('each kind of person is written down as searched, with who was found and not what was typed', async () => {
  await ask({ text: '刘大妈' }, 'officer')
  const { rows } = await inside(({ client }) =>
    client.query(`select name, data from events where actor_id = $1 and name like '%.searched' order by id`, [
      world.officers.officer,
    ]),
  )
  const names = new Set(rows.map(({ name }) => name))
  assert.deepEqual(names, new Set(['resident.searched', 'message.searched', 'case.searched']))
  assert.deepEqual(rows.find(({ name }) => name === 'resident.searched').data, { found: 1, ids: [liu] })
})

test('who is renamed, moves or goes is found as she is now', async () => {
  const id = await record({ name: '欧阳桂兰', household: west })
  await settled(async () => (await people('oygl')).length === 1)
  const change = { name: '欧阳秀英', household: { villageId: villages.west, address: '西村9组1号' } }
  const changed = await as('officer')({ method: 'PATCH', url: `/api/residents/${id}`, payload: change })
  assert.equal(changed.statusCode, 200, changed.body)
  await settled(async () => (await people('oygl')).length === 0)
  assert.equal((await people('oyxy 9组1号')).length, 1)
})

test('a station that had no index, and messages from before there were sounds, are taken in', async () => {
  await inside(async ({ client }) => {
    await client.query(`delete from feed_cursors where consumer like 'search-entries%'`)
    await client.query('delete from search_entries')
    await client.query('delete from message_sounds')
  })
  assert.deepEqual(await people('ldm'), [])
  assert.deepEqual(await find('hukouben'), [])
  await indexed()
  while ((await inside(indexOlderSounds)) > 0);
  assert.equal((await people('ldm')).length, 1)
  assert.equal((await find('hukouben')).length, 1)
})

test('a column of numbers is a search like any other', async () => {
  const text = Array.from({ length: 25 }, (_, n) => n % 10).join(' ')
  const answer = await as('officer')({ url: `/api/search?text=${encodeURIComponent(text)}` })
  assert.equal(answer.statusCode, 200, answer.body)
})

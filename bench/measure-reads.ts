import { type LoadResult, summarise } from './load.ts'
import { openClient, requestOf } from './raw-client.ts'
import type { BenchServer } from './start-bench-server.ts'

/** Reads one page after the other on one connection; `paths` are taken in turn. */
export async function measurePaths(server: BenchServer, paths: string[], turns: number): Promise<LoadResult> {
  const connection = await openClient(server.port)
  const cookie = server.officerCookie
  const millis: number[] = []
  let failures = 0
  const start = performance.now()
  for (let turn = 0; turn < turns; turn++) {
    const from = performance.now()
    const { status } = await connection.send(
      requestOf({ method: 'GET', path: paths[turn % paths.length]!, cookie }),
    )
    if (status !== 200) failures++
    millis.push(performance.now() - from)
  }
  connection.close()
  return summarise(millis, (performance.now() - start) / 1000, failures)
}

/** Words of one to four characters: common ones, rare ones and one that is nowhere. */
export const searchWords = {
  1: ['牛', '户', '我', '狗', '鑫'],
  2: ['户口', '路灯', '被骗', '黄牛', '鑫鑫'],
  3: ['身份证', '派出所', '老人家', '居住证', '鑫鑫鑫'],
  4: ['不见了吗', '上户口本', '补身份证', '晚上看不', '鑫鑫鑫鑫'],
}

/** One search over people, messages, cases, scripts and guides at once; of each, also what is nowhere. */
const searchedEverywhere = {
  '1 character': ['牛', '户', '陈', '狗', '鑫'],
  '2 to 4 characters': ['户口', '路灯', '陈秀英', '身份证', '上户口本', '鑫鑫鑫'],
  pinyin: ['hukou', 'huangniu', 'chenxiuying', 'shenfenzheng', 'paichusuo', 'xinxinxin'],
  'one syllable': ['niu', 'hu', 'chen', 'gou'],
  initials: ['hk', 'cxy', 'ljh', 'pcs', 'qqqq'],
  'end of a telephone number': ['4417', '尾号 0033', '123', '0799', '99999'],
  door: ['3组12号', '12号', '三组十二号', '79-99', '999组999号'],
  'wrong characters or letters': ['护口本', '黄刘', 'shengfengzheng', 'hukuo', '陈修英', 'cenxiuyin'],
}

export type ReadFigures = Record<string, LoadResult>

export async function measureReads(server: BenchServer, turns: number): Promise<ReadFigures> {
  const list = '/api/conversations?queue=all&limit=30'
  const connection = await openClient(server.port)
  const get = async (path: string) =>
    JSON.parse((await connection.send(requestOf({ method: 'GET', path, cookie: server.officerCookie }))).body)
  const first = await get(list)
  // Down the list to what nobody has opened for long: those are not in anybody's memory.
  const items: { id: string }[] = [...first.items]
  for (let page = first; page.next && items.length < 1000; items.push(...page.items))
    page = await get(`${list.replace('=30', '=100')}&after=${encodeURIComponent(page.next)}`)
  connection.close()
  const conversations = items.map(({ id }) => `/api/conversations/${id}`)
  const search = (path: string, words: string[]) => words.map((word) => `${path}=${encodeURIComponent(word)}`)
  const figures: ReadFigures = {
    'inbox page (waiting)': await measurePaths(server, ['/api/conversations?queue=waiting&limit=30'], turns),
    'inbox page (all, 1st and 2nd)': await measurePaths(
      server,
      [list, `${list}&after=${encodeURIComponent(first.next)}`],
      turns,
    ),
    'inbox page (mine, unassigned, emergencies, closed)': await measurePaths(
      server,
      ['mine', 'unassigned', 'emergency', 'closed'].map(
        (queue) => `/api/conversations?queue=${queue}&limit=30`,
      ),
      turns,
    ),
    'queue counts': await measurePaths(server, ['/api/conversation-counts'], turns),
    'conversation page': await measurePaths(server, conversations, turns * 4),
    // The ninety-ninth of a hundred wants many.
    'suggestions for a message, by the API': await measurePaths(
      server,
      conversations.map((path) => `${path}/script-suggestions`),
      turns * 10,
    ),
  }
  for (const [length, words] of Object.entries(searchWords)) {
    figures[`search messages, ${length} characters`] = await measurePaths(
      server,
      search('/api/messages?query', words),
      turns,
    )
  }
  figures['search people'] = await measurePaths(
    server,
    search('/api/residents?query', ['陈', '李', '陈大', '王秀英']),
    turns,
  )
  figures['search cases'] = await measurePaths(
    server,
    search('/api/cases?text', ['牛', '户口', '身份证']),
    turns,
  )
  figures['search scripts'] = await measurePaths(
    server,
    search('/api/scripts?text', ['骗', '户口', '身份证']),
    turns,
  )
  for (const [asked, words] of Object.entries(searchedEverywhere)) {
    figures[`search everything, ${asked}`] = await measurePaths(
      server,
      search('/api/search?text', words),
      turns,
    )
  }
  return figures
}

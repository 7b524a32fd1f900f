import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSession } from '../server/domains/officers/load-session.ts'
import { askCheck } from '../server/domains/residents/import/ask-check.ts'
import { checkImport } from '../server/domains/residents/import/check-import.ts'
import { readFile } from '../server/domains/residents/import/read-file.ts'
import { startImport } from '../server/domains/residents/import/steer-import.ts'
import { uploadImport } from '../server/domains/residents/import/upload-import.ts'
import { writeBatch } from '../server/domains/residents/import/write-batch.ts'
import { indexEntries } from '../server/domains/search/index-entries.ts'
import { migrate } from '../server/platform/database/migrate.ts'
import { createPool, type Pool } from '../server/platform/database/pool.ts'
import { openServingRole } from '../server/platform/database/serving-role.ts'
import { noJobs } from '../server/platform/jobs/jobs.ts'
import { migrateJobs } from '../server/platform/jobs/migrate-jobs.ts'
import { writeMarkedWorkbook } from '../server/platform/sheets/write-marked-workbook.ts'
import { inStation } from '../server/platform/tenancy.ts'
import { createWorld } from '../test/world.ts'

const people = 50_000
const inHousehold = 4
const surnames = [...'李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']

/**
 * A roster of 50,000 people, as a station would hand it in, with 12,500 further telephones and 37,500 relations to the
 * heads: read, compared and written as the serving role, with policies, events and the register's own keys. Beside it: COPY of the same people, households and memberships into
 * bare tables. Seconds.
 */
export async function measureRegisterImport(url: string) {
  const owner = createPool(url, { max: 2, name: 'bench' })
  await migrate(owner)
  const pool = createPool(await openServingRole(owner, url), { max: 4, name: 'bench-serving' })
  await migrateJobs(owner)
  try {
    const world = await createWorld(pool)
    const rows = roster()
    const bytes = await writeMarkedWorkbook({
      ...{ name: '花名册', mark: '测试镇居民花名册', author: '测试镇', madeAt: new Date(), rows },
      head: ['姓名', '与户主关系', '村', '组', '门牌', '电话', '出生日期', '备注'],
      widths: [10, 10, 10, 10, 10, 14, 14, 30],
    })
    const actor = { kind: 'officer' as const, id: world.officers.chief }
    const inWorld = <T>(work: Parameters<typeof inStation<T>>[2]) => inStation(pool, world.stationId, work)
    const session = (await inWorld((tx) =>
      loadSession(tx, actor.id, { sessionId: actor.id, steppedUpAt: null }),
    ))!
    const jobs = { jobs: noJobs() }
    const [read, file] = await timed('read', () => readFile(bytes))
    const [laid, id] = await timed('laid aside', () =>
      inWorld((tx) => uploadImport(tx, actor, session, '花名册.xlsx', file)),
    )
    const columns = ['name', 'relation', 'village', 'group', 'door', 'phone', 'bornOn', 'note'] as const
    await inWorld((tx) => askCheck(jobs, tx, actor, id, { columns: [...columns] }))
    const [compared] = await timed('compared', () => inWorld((tx) => checkImport(tx, id)))
    await inWorld((tx) => startImport(jobs, tx, actor, session, id))
    const [again] = await timed('compared again', () => inWorld((tx) => checkImport(tx, id)))
    const [written] = await timed('written', async () => {
      while (await inWorld((tx) => writeBatch(tx, id)));
    })
    const { rows: counted } = await owner.query('select count(*) from residents')
    if (Number(counted[0].count) !== people) throw new Error(`${counted[0].count} of ${people} are there`)
    const { rows: beside } = await owner.query(
      'select (select count(*) from resident_phones) + (select count(*) from resident_relations) as count',
    )
    if (Number(beside[0].count) !== people) throw new Error(`${beside[0].count} telephones and relations`)
    const [indexed] = await timed('made searchable', async () => {
      while ((await inWorld((tx) => indexEntries(tx))) > 0);
    })
    return { read, laid, compared, again, written, indexed, copied: await copy(owner) }
  } finally {
    await pool.end()
    await owner.end()
  }
}

function roster(): string[][] {
  return Array.from({ length: people }, (_, at) => {
    const home = Math.floor(at / inHousehold)
    const name = `${surnames[home % surnames.length]}${String.fromCodePoint(0x4e00 + (at % 5000))}${String.fromCodePoint(0x5e00 + Math.floor(at / 5000))}`
    return [
      ...[
        name,
        ['户主', '妻', '长子', '女'][at % inHousehold]!,
        home % 2 ? '东村' : '西村',
        `${(home % 20) + 1}组`,
        `${home}号`,
      ],
      ...[
        at % inHousehold === 0 ? `139${String(at).padStart(8, '0')}/138${String(at).padStart(8, '0')}` : '',
        `${(at % inHousehold < 2 ? 1940 : 1980) + (home % 40)}-${(at % 12) + 1}-${(at % 28) + 1}`,
      ],
      at % 10 === 0 ? '行动不便，说话要慢' : '',
    ]
  })
}

/** The same rows without anything around them: what the disk and the engine can do. */
async function copy(owner: Pool): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'lianxinqiao-copy-'))
  // The engine reads it under its own name.
  chmodSync(folder, 0o755)
  const tables = ['households', 'residents', 'household_members']
  try {
    for (const table of tables) {
      const { rows } = await owner.query(`select t::text as line from ${table} t`)
      writeFileSync(join(folder, table), rows.map(({ line }) => `${line.slice(1, -1)}\n`).join(''), {
        mode: 0o644,
      })
      await owner.query(`create table bare_${table} (like ${table}, primary key (station_id, id))`)
    }
    const [seconds] = await timed('copied', async () => {
      for (const table of tables)
        await owner.query(`copy bare_${table} from '${join(folder, table)}' with (format csv)`)
    })
    return seconds
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Said at once as well: on a busy machine the whole takes long. */
async function timed<T>(step: string, work: () => Promise<T>): Promise<[number, T]> {
  const from = performance.now()
  const answer = await work()
  const seconds = Math.round((performance.now() - from) / 10) / 100
  console.log(`  ${step}: ${seconds} s`)
  return [seconds, answer]
}

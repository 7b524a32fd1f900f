import { Value } from 'typebox/value'
import type { ImportResult } from '../../../../contract/script-exchange.ts'
import { NewScriptVersion } from '../../../../contract/scripts.ts'
import type { Library } from '../../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { isFormula } from '../../../platform/csv.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { listAllVillages } from '../../officers/views.ts'
import { type Draft, faultOf, tidyDraft } from '../check-draft.ts'
import { codePrefixes } from '../rules.ts'
import { filesByHash, type KeptFile } from '../script-files.ts'
import { columns, libraryOf, stageOf } from './columns.ts'
import type { FileRow } from './read-file.ts'
import { type KnownScript, readLibrary } from './read-library.ts'

export type CheckedRow = {
  row: number
  code: string
  title: string
  result: ImportResult
  why: string
  /** Of a new or changed one: what is written. */
  write?: {
    known: KnownScript | null
    library: Library
    draft: Draft
    files: KeptFile[]
    auxiliaryMay: boolean
    villageIds: string[] | null
  }
}

/** What becomes of each row: nothing is written here. */
export async function checkRows(
  tx: Tx,
  session: OfficerSession,
  rows: FileRow[],
  now = new Date(),
): Promise<CheckedRow[]> {
  const known = new Map((await readLibrary(tx)).map((script) => [script.code, script]))
  const villages = new Map((await listAllVillages(tx)).map(({ name, id }) => [name, id]))
  const hashes = rows.flatMap(({ script }) => script.files ?? []).map(({ sha256 }) => sha256)
  const stored = await filesByHash(tx, session, hashes)
  const seen = new Map<string, number>()
  // A file with new rows that is sent twice would make every script twice: a title stands for its script where no code does.
  const titled = new Map(
    [...known.values()]
      .filter(({ retired }) => !retired)
      .map((script) => [nameOf(script.library, script.words.title), script]),
  )
  const named = new Map<string, number>()
  return rows.map((row) => {
    const { code, title } = row.script
    const told = { row: row.row, code, title }
    const refused = (why: string): CheckedRow => ({ ...told, result: 'refused', why })
    const first = code === '' ? undefined : seen.get(code)
    if (first === undefined) seen.set(code, row.row)
    if (row.fault) return refused(row.fault)
    if (first !== undefined) return refused(`编号 ${code} 在第 ${first} 行已经有了，同一个编号只能有一行。`)
    const checked = checkRow(row, known.get(code) ?? null, villages, stored, now)
    if (checked.result !== 'new') return { ...told, ...checked }
    const { library, draft, files } = checked.write!
    const name = nameOf(library, draft.title)
    const like = titled.get(name)
    if (like && isSame(like, draft, files))
      return { ...told, result: 'same', why: scopeLeft(like, row.script) }
    if (like)
      return refused(`话术库里的 ${like.code} 已经是这个标题。要改它请写上它的编号，另写一条请换个标题。`)
    const above = named.get(name)
    if (above) return refused(`第 ${above} 行已经是这个标题。请只留一行，或者换个标题。`)
    named.set(name, row.row)
    return { ...told, ...checked }
  })
}

const nameOf = (library: Library, title: string) => `${library} ${title}`

function checkRow(
  { script }: FileRow,
  known: KnownScript | null,
  villages: Map<string, string>,
  stored: Map<string, Omit<KeptFile, 'alt'>>,
  now: Date,
): Pick<CheckedRow, 'result' | 'why' | 'write'> {
  const refused = (why: string) => ({ result: 'refused' as const, why })
  const library = libraryOf(script.library)
  if (!library)
    return refused(`话术库“${script.library}”不认识，请写反诈防诈、矛盾调解、业务咨询、安全提示或辟谣回应。`)
  const stage = script.stage === '' ? null : stageOf(script.stage)
  if (stage === undefined)
    return refused(`阶段“${script.stage}”不认识，请写刚接触、正要转钱、刚转了钱或转了很久，或者留空。`)
  const { title, body, keywords, basis, expiresOn, topic, spoken, sources, askedAs } = script
  const draft = tidyDraft({ title, body, keywords, basis, expiresOn, topic, spoken, sources, askedAs, stage })
  const named = script.files ?? known?.files ?? []
  const own = new Map((known?.files ?? []).map((file) => [file.sha256, file]))
  const files = named.flatMap(({ sha256, alt }) => {
    const file = own.get(sha256) ?? stored.get(sha256)
    return file ? [{ ...file, alt }] : []
  })
  // What is unchanged is not judged: it stands there already.
  if (known && known.library === library && isSame(known, draft, named))
    return { result: 'same', why: scopeLeft(known, script) }
  if (known?.retired) return refused('这条话术已经停用，不能再改。要用请留空编号，当新的导入。')
  if (known && known.library !== library) return refused('这个编号在别的话术库里，请改编号或话术库。')
  if (!known && script.code !== '' && !new RegExp(`^${codePrefixes[library]}\\d{2,4}$`).test(script.code))
    return refused(
      `编号要是 ${codePrefixes[library]} 加数字，如 ${codePrefixes[library]}31；也可以留空，由系统编。`,
    )
  const formula = columns.find(({ key }) => [script[key]].flat().some(isFormula))
  if (formula) return refused(`“${formula.header}”以 = + - @ 这类符号开头，像公式，请改写。`)
  const lost = named.findIndex(({ sha256 }) => !own.has(sha256) && !stored.has(sha256))
  if (lost >= 0)
    return refused(`第 ${lost + 1} 个图片或文件这里没有，请先在编辑话术时传上来，或从文件里去掉。`)
  if (draft.title === '') return refused('没有写标题。')
  if (draft.body === '') return refused('没有写正文。')
  if (basis === '') return refused('没有写依据。')
  if (expiresOn === '') return refused('没有写有效期。')
  const [wrong] = [...Value.Errors(NewScriptVersion, draft)]
  if (wrong) return refused(tellWrong(wrong.instancePath))
  const fault = faultOf(library, draft, now)
  if (fault) return refused(fault)
  if (!['是', '否', ''].includes(script.auxiliaryMay)) return refused('“辅警可发”请写是或否。')
  const stranger = script.villages.find((name) => !villages.has(name))
  if (stranger) return refused(`没有“${stranger}”这个村，请写本所村的名称，全部村请留空。`)
  const villageIds = script.villages.length > 0 ? script.villages.map((name) => villages.get(name)!) : null
  const write = { known, library, draft, files, auxiliaryMay: script.auxiliaryMay !== '否', villageIds }
  if (!known) return { result: 'new', why: '', write }
  return { result: 'changed', why: '只改文字，谁能发、哪些村不随导入改。', write }
}

/** Of a row whose words are unchanged: that another scope in it is not taken over. Empty where it has none. */
function scopeLeft(known: KnownScript, { auxiliaryMay, villages }: FileRow['script']): string {
  const who = auxiliaryMay === '' || auxiliaryMay === (known.auxiliaryMay ? '是' : '否')
  const where = JSON.stringify(villages.toSorted()) === JSON.stringify(known.villages.toSorted())
  return who && where ? '' : '文字没有变。谁能发、哪些村不随导入改，要改请打开这条话术，点“谁能发、哪些村”。'
}

function isSame(known: KnownScript, draft: Draft, files: { sha256: string; alt: string }[]): boolean {
  const text = (words: Draft, kept: { sha256: string; alt: string }[]) =>
    JSON.stringify([Object.entries(words).sort(), kept.map(({ sha256, alt }) => [sha256, alt])])
  return text(known.words, known.files) === text(draft, files)
}

function tellWrong(path: string): string {
  const key = path.split('/')[1]
  const header = columns.find((column) => column.key === key)?.header ?? key
  return key === 'expiresOn'
    ? '有效期要写成 2027-11-23 这样。'
    : `“${header}”太长、太多，或者有不能用的字符。`
}

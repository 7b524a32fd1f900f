import { fromPlainText } from '../../../platform/csv.ts'
import type { Cells } from './columns.ts'
import type { KnownVillage } from './known.ts'
import { readDoor, readGroup, type villageFinder } from './read-place.ts'

/** Where a row of the file belongs, and who heads that home: what the rows of one home have to agree on. */
export type ReadHome = {
  name: string
  village: KnownVillage
  group: string
  door: string
  headName: string
  isHead: boolean
  /** What she is to the head, in the file's word; empty of the head. */
  relation: string
}

export type HomeContext = {
  findVillage: ReturnType<typeof villageFinder>
  /** Of every row that names none. */
  villageOfFile: KnownVillage | null
}

const headWords = new Set(['户主', '本人', '户主本人', '本户', '户主本人(户主)'])

/** Throws nothing: a row that can't be taken is a sentence. */
export function readHome(
  cells: Cells,
  { findVillage, villageOfFile }: HomeContext,
): ReadHome | { fault: string } {
  const fault = (sentence: string) => ({ fault: sentence })
  // 李  明 is written wide to look even; Latin letters need their blank.
  const name = tidyCell(cells.name)
    .replace(/(?<![a-z])\s+/gi, '')
    .replace(/\s+/g, ' ')
  if (name === '') return fault('没有姓名。')
  if (/[\d<>{}]/.test(name)) return fault('姓名里有数字或符号，请检查是不是填错了列。')
  const villageName = tidyCell(cells.village)
  const village = villageName === '' ? villageOfFile : findVillage(villageName)
  if (!village)
    return fault(villageName === '' ? '没有写村。' : `本所没有“${villageName}”这个村，请写本所村的名称。`)
  const place = readDoor(tidyCell(cells.door), [village.name, ...village.aliases])
  const group = readGroup(stripVillage(tidyCell(cells.group), village))
  if (group !== '' && place.group !== '' && group !== place.group)
    return fault(`组写的是${group}，门牌里写的是${place.group}，对不上。`)
  const relation = tidyCell(cells.relation)
  const headName = tidyCell(cells.head).replace(/\s+/g, '')
  if (place.door === '' && headName === '' && !headWords.has(relation))
    return fault('没有门牌，也没有户主，不知道是哪一户。')
  const isHead = headWords.has(relation) || (headName !== '' && headName === name)
  return {
    ...{ name, village, group: group || place.group, door: place.door },
    ...{ headName: isHead ? name : headName, isHead, relation: isHead ? '' : relation },
  }
}

/** A cell without what no eye sees. */
export function tidyCell(cell = ''): string {
  return fromPlainText(
    cell
      .normalize('NFKC')
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\ufeff\ufffe\uffff]/g, '')
      .trim(),
  )
}

/** A column 村组 says both: 青泉社区3组. */
function stripVillage(group: string, village: KnownVillage): string {
  const name = [village.name, ...village.aliases].find((each) => group.startsWith(each))
  return name ? group.slice(name.length) : group
}

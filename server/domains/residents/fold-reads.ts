import { type OwnReads, type ReadSubject, readSubjects } from '../../../contract/residents.ts'
import type { Role } from '../../../contract/vocabulary.ts'
import type { ContactRead } from '../../platform/audit/reads-of-contact.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'

type FindNumbers = (tx: Tx, contactId: string, ids: string[]) => Promise<{ id: string; number: string }[]>
/** By the kind of an event's subject. */
export type OwnNumbers = Partial<Record<ReadSubject, FindNumbers>>

type Line = OwnReads['items'][number]
type Known = {
  officers: Map<string, { name: string; role: Role }>
  /** Numbers of her own matters by id. */
  numbers: Map<string, string>
}

/** The day and the officer of a look: those that agree in both are one line. */
export const lineOf = (read: ContactRead) => `${stationDay(read.at)} ${read.officerId}`

/**
 * Looks, newest first, as one line an officer and day: who opens a page ten times is named once. What is not in
 * `numbers` is told by its kind alone, so that no id gets out but those of her own matters.
 */
export function foldReads(reads: ContactRead[], { officers, numbers }: Known): Line[] {
  const lines = new Map<string, Line>()
  for (const read of reads) {
    const officer = officers.get(read.officerId ?? '')
    const at = read.at.toISOString()
    const key = lineOf(read)
    const line: Line = lines.get(key) ?? {
      day: stationDay(read.at),
      officerName: officer?.name ?? '',
      officerRole: officer?.role ?? null,
      firstAt: at,
      lastAt: at,
      times: 0,
      subjects: [],
    }
    lines.set(key, line)
    line.times++
    if (at < line.firstAt) line.firstAt = at
    if (at > line.lastAt) line.lastAt = at
    const kind = kindOf(read.subjectKind)
    const number = numbers.get(read.subjectId)
    const matter = number === undefined ? null : { id: read.subjectId, number }
    if (!line.subjects.some((known) => known.kind === kind && known.matter?.id === matter?.id))
      line.subjects.push({ kind, matter })
  }
  return [...lines.values()]
}

function kindOf(subjectKind: string): ReadSubject {
  return readSubjects.find((known) => known === subjectKind) ?? 'other'
}

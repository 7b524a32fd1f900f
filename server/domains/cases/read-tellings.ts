import { mostPhotos } from '../../../contract/cases.ts'
import { readToldPapers, toldPapersOpening } from '../../../contract/told-papers.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { listSaid } from '../inbox/views.ts'
import { namesOfGuide } from '../services/names-of-guide.ts'

/** A message in which a family told of its papers for a guide: those that are ready, by their keys, each with its photos. */
export type Telling = { body: string; receivedAt: Date; ready: { key: string; fileIds: string[] }[] }

/** What was told in a conversation for a guide, newest first, also under names it had before. Papers it never had are left out. */
export async function readTellings(tx: Tx, conversationId: string, guideId: string): Promise<Telling[]> {
  const names = await namesOfGuide(tx, guideId)
  const said = await listSaid(tx, conversationId, names.guide.map(toldPapersOpening))
  return said.flatMap(({ body, fileIds, receivedAt }) => {
    const told = names.guide.map((name) => readToldPapers(body, name)).find((papers) => papers !== null)
    if (!told) return []
    const ready = told.flatMap(({ name, photos }) => {
      const shown = photos.flatMap((place) => fileIds[place - 1] ?? [])
      return (names.papers.get(name) ?? []).map((key) => ({ key, fileIds: shown }))
    })
    return [{ body, receivedAt, ready }]
  })
}

/**
 * The photos of each paper by its key, over all tellings, in the order they were sent: each once, and the newest of as
 * many as may be shown. Such a message can be written by hand, with a photo named a thousand times. `tellings`: newest first.
 */
export function photosTold(tellings: Telling[]): Map<string, string[]> {
  const photos = new Map<string, string[]>()
  for (const { ready } of tellings.toReversed())
    for (const { key, fileIds } of ready)
      photos.set(key, [...new Set([...(photos.get(key) ?? []), ...fileIds])].slice(-mostPhotos))
  return photos
}

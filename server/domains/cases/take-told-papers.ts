import type { NewCase } from '../../../contract/case-changes.ts'
import { mostPhotos } from '../../../contract/cases.ts'
import { readToldAnswers, readToldPapers, toldPapersOpening } from '../../../contract/told-papers.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { listSaid, type Said } from '../inbox/views.ts'
import { findGuide } from '../services/views.ts'
import { recordAnswers } from './answer-questions.ts'
import { caseEvent, lockStandingCase } from './lock-case.ts'

type Word = { name: string; file: string | null }

/**
 * What the resident had told of her papers and her situation in the conversation, before there was a case: kept as her own
 * word on them, from when she said it last. A message takes nine photos and a household register has more pages, so the
 * photos of all her tellings count. No officer has looked yet. A case that has any word on its papers is left alone, so
 * that a repeated opening adds nothing.
 */
export async function takeToldPapers(
  tx: Tx,
  actor: Actor,
  caseId: string,
  { conversationId, guideId }: NewCase,
): Promise<void> {
  if (!conversationId || !guideId) return
  const guide = await findGuide(tx, { id: guideId })
  if (!guide) return
  const tellings = await listSaid(tx, conversationId, toldPapersOpening(guide.name))
  const [said] = tellings
  const ready = said && readToldPapers(said.body, guide.name)
  if (!ready) return
  const photos = photosTold(tellings, guide.name)
  const { rowCount } = await tx.client.query(
    'select from case_answers where station_id = $1 and case_id = $2 limit 1',
    [tx.stationId, caseId],
  )
  const answers = readToldAnswers(said.body, guide.questions)
  if (rowCount === 0 && Object.keys(answers).length > 0)
    await recordAnswers(tx, actor, await lockStandingCase(tx, caseId), answers, {
      officerId: null,
      at: said.receivedAt,
    })
  if (ready.length === 0) return
  const words = [...new Set(ready.map(({ name }) => name))].flatMap((name): Word[] => {
    const files = photos.get(name) ?? []
    return files.length > 0 ? files.map((file) => ({ name, file })) : [{ name, file: null }]
  })
  const { rows } = await tx.client.query(
    `insert into case_material_checks (station_id, id, case_id, key, verdict, file_id, checked_at)
     select $1, w.id, m.case_id, m.key, case when w.file is null then 'ready' else 'photographed' end, w.file,
       $6::timestamptz + w.place * interval '1 microsecond'
     from unnest($3::uuid[], $4::text[], $5::uuid[]) with ordinality as w(id, name, file, place)
     join case_materials m on m.station_id = $1 and m.case_id = $2 and m.name = w.name
     where not exists (select from case_material_checks k where k.station_id = $1 and k.case_id = $2)
     returning key, verdict, file_id`,
    [
      tx.stationId,
      caseId,
      words.map(() => newId()),
      words.map(({ name }) => name),
      words.map(({ file }) => file),
      said.receivedAt,
    ],
  )
  if (rows.length === 0) return
  const matter = await lockStandingCase(tx, caseId)
  await writeEvents(
    tx,
    actor,
    rows.map(({ key, verdict, file_id }) =>
      caseEvent(matter, 'case.material_changed', { key, verdict, fileId: file_id, saidBy: 'resident' }),
    ),
  )
}

/**
 * The photos of each paper by its name, over all tellings, in the order they were sent: each once, and the newest of as
 * many as may be shown. Such a message can be written by hand, with a photo named a thousand times. `tellings`: newest first.
 */
export function photosTold(tellings: Said[], guide: string): Map<string, string[]> {
  const photos = new Map<string, string[]>()
  for (const { body, fileIds } of tellings.toReversed()) {
    for (const { name, photos: places } of readToldPapers(body, guide) ?? []) {
      const files = places.flatMap((place) => fileIds[place - 1] ?? [])
      photos.set(name, [...new Set([...(photos.get(name) ?? []), ...files])].slice(-mostPhotos))
    }
  }
  return photos
}

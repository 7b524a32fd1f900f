import type { NewCase } from '../../../contract/case-changes.ts'
import { readToldAnswers } from '../../../contract/told-papers.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findGuide } from '../services/views.ts'
import { recordAnswers } from './answer-questions.ts'
import { caseEvent, lockStandingCase } from './lock-case.ts'
import { photosTold, readTellings } from './read-tellings.ts'

type Word = { key: string; file: string | null }

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
  const tellings = await readTellings(tx, conversationId, guideId)
  const [said] = tellings
  if (!said) return
  const { ready } = said
  const photos = photosTold(tellings)
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
  const words = [...new Set(ready.map(({ key }) => key))].flatMap((key): Word[] => {
    const files = photos.get(key) ?? []
    return files.length > 0 ? files.map((file) => ({ key, file })) : [{ key, file: null }]
  })
  const { rows } = await tx.client.query(
    `insert into case_material_checks (station_id, id, case_id, key, verdict, file_id, checked_at)
     select $1, w.id, m.case_id, m.key, case when w.file is null then 'ready' else 'photographed' end, w.file,
       $6::timestamptz + w.place * interval '1 microsecond'
     from unnest($3::uuid[], $4::text[], $5::uuid[]) with ordinality as w(id, key, file, place)
     join case_materials m on m.station_id = $1 and m.case_id = $2 and m.key = w.key
     where not exists (select from case_material_checks k where k.station_id = $1 and k.case_id = $2)
     returning key, verdict, file_id`,
    [
      tx.stationId,
      caseId,
      words.map(() => newId()),
      words.map(({ key }) => key),
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

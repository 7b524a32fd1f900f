import type { Library } from '../../../../contract/vocabulary.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { Draft } from '../check-draft.ts'
import type { KeptFile } from '../script-files.ts'

/** A script of the station with the words of its newest version. */
export type KnownScript = {
  id: string
  code: string
  library: Library
  retired: boolean
  newest: number
  auxiliaryMay: boolean
  villages: string[]
  words: Draft
  files: KeptFile[]
}

export async function readLibrary(tx: Tx): Promise<KnownScript[]> {
  const { rows } = await tx.client.query({
    name: 'read-whole-library',
    text: `select s.id, s.code, s.scenario, s.retired_at is not null as retired, s.auxiliary_may, v.version, v.title, v.body, v.keywords,
             v.basis, v.expires_on, v.topic, v.spoken, v.stage, v.sources, v.asked_as, v.files,
             coalesce((select array_agg(w.name order by w.name) from villages w where w.station_id = $1 and w.id = any(s.village_ids)), '{}') as villages
           from scripts s
           join lateral (select * from script_versions n where n.station_id = $1 and n.script_id = s.id
             order by n.version desc limit 1) v on true
           where s.station_id = $1 order by s.code`,
    values: [tx.stationId],
  })
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    library: row.scenario,
    retired: row.retired,
    newest: row.version,
    auxiliaryMay: row.auxiliary_may,
    villages: row.villages,
    files: row.files,
    words: {
      title: row.title,
      body: row.body,
      keywords: row.keywords,
      basis: row.basis,
      expiresOn: row.expires_on,
      topic: row.topic,
      spoken: row.spoken,
      stage: row.stage,
      sources: row.sources,
      askedAs: row.asked_as,
    },
  }))
}

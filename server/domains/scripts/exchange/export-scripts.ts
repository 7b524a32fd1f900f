import type { ExchangeForm } from '../../../../contract/script-exchange.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import { writeWorkbook } from '../../../platform/sheets/write-workbook.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { columns, libraryNames, stageNames } from './columns.ts'
import { type KnownScript, readLibrary } from './read-library.ts'

/** The whole library but what is withdrawn, each with its newest words, as a file. The making is an event. */
export async function exportScripts(tx: Tx, actor: Actor, form: ExchangeForm): Promise<Buffer> {
  const scripts = (await readLibrary(tx)).filter(({ retired }) => !retired)
  await writeEvents(tx, actor, [
    {
      name: 'export.made',
      subject: { kind: 'export', id: newId() },
      data: { figure: 'scripts', form, rows: scripts.length },
    },
  ])
  if (form === 'json')
    return Buffer.from(`${JSON.stringify({ scripts: scripts.map(asJson) }, null, 2)}\n`, 'utf8')
  const rows = scripts.map((script) => {
    const values = { ...asJson(script), library: libraryNames[script.library] } as Record<string, unknown>
    values['stage'] = script.words.stage ? stageNames[script.words.stage] : ''
    values['auxiliaryMay'] = script.auxiliaryMay ? '是' : '否'
    return columns.map(({ key, separator }) =>
      separator ? (values[key] as string[]).join(separator) : String(values[key]),
    )
  })
  const heads = columns.map(({ header }) => header)
  return writeWorkbook(
    '话术',
    [heads, ...rows],
    columns.map(({ width }) => width),
  )
}

function asJson({ code, library, auxiliaryMay, villages, words, files }: KnownScript) {
  const byHash = files.map(({ sha256, alt }) => ({ sha256, alt }))
  return { code, library, ...words, stage: words.stage ?? '', auxiliaryMay, villages, files: byHash }
}

import type { TemplateContent } from '../../../../contract/broadcast-templates.ts'
import type { Tx } from '../../../platform/tenancy.ts'

/** `writtenBy` null: as it was delivered. */
export async function insertVersion(
  tx: Tx,
  templateId: string,
  version: number,
  content: TemplateContent,
  writtenBy: string | null,
): Promise<void> {
  const { title, body, spoken, kind, urgency, channels, care, seasonFrom, seasonTo, seasonNote } = content
  await tx.db
    .insertInto('broadcastTemplateVersions')
    .values({
      stationId: tx.stationId,
      templateId,
      version,
      ...{ title, body, spoken, kind, urgency, channels, care, seasonFrom, seasonTo, seasonNote },
      basis: content.basis,
      capCategory: content.capCategory,
      ownerId: content.ownerId,
      reviewOn: content.reviewOn,
      writtenBy,
    })
    .execute()
}

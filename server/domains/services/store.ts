import type { Material } from '../../../contract/services.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** Puts a checklist in the place of the one before. */
export async function replaceMaterials(tx: Tx, guideId: string, materials: Material[]): Promise<void> {
  await tx.db
    .deleteFrom('guideMaterials')
    .where('stationId', '=', tx.stationId)
    .where('guideId', '=', guideId)
    .execute()
  if (materials.length === 0) return
  await tx.db
    .insertInto('guideMaterials')
    .values(
      materials.map((material, position) => ({
        stationId: tx.stationId,
        guideId,
        position,
        key: material.key,
        name: material.name,
        form: material.form,
        copies: material.copies,
        electronic: material.electronic,
        shared: material.shared,
        neededWhen: material.neededWhen,
        note: material.note,
        neededIf: JSON.stringify(material.when),
      })),
    )
    .execute()
}

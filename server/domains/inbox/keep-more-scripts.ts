import type { Tx } from '../../platform/tenancy.ts'

/** The first script stands on the message itself. */
export async function keepMoreScripts(
  tx: Tx,
  messageId: string,
  scripts: { id: string; version: number }[],
): Promise<void> {
  await tx.db
    .insertInto('messageScripts')
    .values(
      scripts.map(({ id, version }, index) => ({
        stationId: tx.stationId,
        messageId,
        position: index + 2,
        scriptId: id,
        scriptVersion: version,
      })),
    )
    .execute()
}

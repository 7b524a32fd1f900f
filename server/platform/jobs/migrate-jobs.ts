import type { Pool } from '../database/pool.ts'

/** Creates or updates the job queue's own schema, as the owner. */
export async function migrateJobs(_owner: Pool, _ownerUrl: string): Promise<void> {}

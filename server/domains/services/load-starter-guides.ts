import type { Tx } from '../../platform/tenancy.ts'
import { createDelivered } from './delivered/create-delivered.ts'
import { deliveredGuides } from './delivered/delivered-guides.ts'

/** Puts the delivered guides into a station that does not have them yet (told by their codes); returns how many. */
export async function loadStarterGuides(tx: Tx): Promise<number> {
  let loaded = 0
  for (const guide of deliveredGuides()) if (await createDelivered(tx, guide)) loaded++
  return loaded
}

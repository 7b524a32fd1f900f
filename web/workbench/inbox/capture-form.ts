import { clientKey } from '../../api/client-key.ts'
import type { Capture, FileRef } from '../../api/inbox.ts'
import { createStore } from '../../ui/create-store.ts'

export const captureWays = ['walk_in', 'phone', 'seen_elsewhere'] as const

export type CaptureForm = Pick<Capture, 'clientKey' | 'channel' | 'name' | 'phone' | 'body' | 'toldBy'> & {
  contactId: string | null
  /** Chosen from the register. */
  residentId: string | null
  villageId: string | null
  files: FileRef[]
  /** Empty: just now. */
  heardAt: string
}

export const emptyCapture: CaptureForm = {
  clientKey: clientKey(),
  channel: 'walk_in',
  name: '',
  phone: '',
  body: '',
  toldBy: '',
  contactId: null,
  residentId: null,
  villageId: null,
  files: [],
  heardAt: '',
}

/** Kept over a change of page and a reload: on a motorbike one is interrupted. */
export const captureForm = createStore<CaptureForm>(emptyCapture, 'capture')

export function captureHeardAt({ heardAt }: CaptureForm): string {
  return heardAt || new Date().toISOString()
}

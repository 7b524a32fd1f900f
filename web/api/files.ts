import type { Static } from 'typebox'
import type { FileVariant, StoredFile as StoredFileSchema } from '../../contract/files.ts'
import { address, addressWords, callHeaders, fetchJson } from './fetch-json.ts'

export type StoredFile = Static<typeof StoredFileSchema>

/** Where the bytes of a file are; residents have a door of their own. */
export const fileAddress = (id: string, variant: FileVariant, whose: 'officer' | 'resident' = 'officer') =>
  address(`${whose === 'resident' ? '/api/resident/files' : '/api/files'}/${id}`, {
    variant,
    ...addressWords.current(),
  })

/** Of a file that may carry a program, for who has been told so. */
export const knowingAddress = (id: string) =>
  address(`/api/files/${id}`, { variant: 'original', knowing: 'true', ...addressWords.current() })

/** How the server answers for a file, without its bytes: 200 when it is there, 0 when nobody answers. */
export async function fileStatus(source: string): Promise<number> {
  try {
    return (await fetch(source, { method: 'HEAD', headers: callHeaders.current() })).status
  } catch {
    return 0
  }
}

/** Stores one file; with the same key a repeat is harmless. */
export function uploadFile(
  file: Blob,
  options: { idempotencyKey: string; whose?: 'officer' | 'resident'; seconds?: number; signal?: AbortSignal },
): Promise<StoredFile> {
  const form = new FormData()
  form.set('file', file, file instanceof File ? file.name : 'file')
  const path = options.whose === 'resident' ? '/api/resident/files' : '/api/files'
  const { idempotencyKey, seconds, signal } = options
  return fetchJson<StoredFile>(path, { method: 'POST', form, idempotencyKey, query: { seconds }, signal })
}

import type { Api } from '../api/api.ts'
import { downloadMedia, type Media } from '../api/download-media.ts'

/** Kept by the server for three days (40007 after that). Ask once: the same id again and again ends in 45033. */
export async function getMedia(api: Api, mediaId: string, maxBytes?: number): Promise<Media> {
  return downloadMedia(api, { method: 'GET', path: 'media/get', query: { media_id: mediaId } }, maxBytes)
}

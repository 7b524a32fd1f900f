import type * as contract from '../../contract/sidebar.ts'
import { fetchJson } from './fetch-json.ts'

export type { PageSignature, SidebarPerson, SidebarSaying } from '../../contract/sidebar.ts'

export const signPage = (url: string) =>
  fetchJson<contract.PageSignature>('/api/sidebar/signature', { query: { url } })
export const showSidebarPerson = (externalUserId: string) =>
  fetchJson<contract.SidebarPerson>(`/api/sidebar/people/${encodeURIComponent(externalUserId)}`)
export const showSidebarGroup = (chatId: string) =>
  fetchJson<contract.SidebarGroup>(`/api/sidebar/groups/${encodeURIComponent(chatId)}`)
/** Told again until it is taken, under the key it was said with. */
export const recordSaying = (saying: contract.SidebarSaying) =>
  fetchJson<{ messageId: string }>('/api/sidebar/sayings', {
    body: saying,
    idempotencyKey: saying.clientKey,
  })

import type { Tx } from '../../platform/tenancy.ts'

/** What an item gave rise to. */
export type Handled = {
  messageId?: string
  conversationId?: string
  failCode?: string
  /** Written in the transaction that notes the item as handled. */
  also?: (tx: Tx) => Promise<void>
  /** It was stored as well as we can, and the maintainers have to look at it. */
  trouble?: string
}

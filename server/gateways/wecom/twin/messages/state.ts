export type AppMessage = {
  msgid: string
  appName: string
  at: number
  msgtype: string
  body: Record<string, unknown>
  to: string[]
  recalled: boolean
  /** What the card says after update_template_card. */
  updated: Record<string, unknown> | null
}

export type ResponseCode = {
  code: string
  msgid: string
  userid: string | null
  until: number
  used: boolean
}

export type MessageState = {
  all: AppMessage[]
  codes: Map<string, ResponseCode>
  /** Moments of delivery by app and member: for the silent drop. */
  deliveries: Map<string, number[]>
  /** Contents sent lately, for enable_duplicate_check. */
  recent: Map<string, { msgid: string; until: number }>
  dropped: number
}

export const createMessageState = (): MessageState => ({
  all: [],
  codes: new Map(),
  deliveries: new Map(),
  recent: new Map(),
  dropped: 0,
})

/** One entry of an account's log, as sync_msg gives it. `hidden` ones count a place and are never given out. */
export type LogItem = { sendTime: number; item: Record<string, unknown> | null }

/** Append-only. The place of an item is `gone` plus its index: what retention took keeps its number. */
export type Log = { items: LogItem[]; gone: number; epoch: number }

export type Bubble = {
  at: number
  from: 'resident' | 'station' | 'servicer' | 'system'
  msgid: string
  msgtype: string
  body: Record<string, unknown>
  servicer?: string
  failType?: number
  recalled?: boolean
}

export type SessionState = 0 | 1 | 2 | 3 | 4

export type Session = {
  externalUserId: string
  state: SessionState
  servicer: string | null
  /** Milliseconds; 0: never wrote. */
  lastCustomerAt: number
  repliesSince: number
  welcomedAt: number
  entered: { scene: string; sceneParam: string; at: number } | null
  /** The customer turned the station's messages down. */
  refuses: boolean
  /** The first move to the queue or to a person has been made in this session. */
  handedOver: boolean
  bubbles: Bubble[]
}

export type EventCode = {
  code: string
  kind: 'welcome' | 'queue' | 'take_over' | 'closing'
  openKfId: string
  externalUserId: string
  until: number
}

export type Door = { scene: string; url: string }

export type Servicer = { userid: string; serving: boolean; stopType: number }

export type KfAccount = {
  openKfId: string
  name: string
  mediaId: string
  servicers: Map<string, Servicer>
  departments: Set<number>
  doors: Door[]
  log: Log
  sessions: Map<string, Session>
  msgids: Set<string>
  tokenlessAt: number
  announcing: boolean
}

/** A failure that will be told after a message was accepted (E17). */
export type Failure = { openKfId: string | null; externalUserId: string | null; failType: number }

export type KfState = {
  accounts: Map<string, KfAccount>
  tokens: Map<string, { openKfId: string; until: number }>
  codes: Map<string, EventCode>
  failures: Failure[]
  count: number
}

export const createKfState = (): KfState => ({
  accounts: new Map(),
  tokens: new Map(),
  codes: new Map(),
  failures: [],
  count: 0,
})

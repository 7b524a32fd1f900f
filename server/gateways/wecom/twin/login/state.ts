export type LoginCode = {
  /** A member's userid, or an outsider's external_userid. */
  who: string
  appName: string
  privateInfo: boolean
  until: number
  used: boolean
}

export type LoginState = {
  codes: Map<string, LoginCode>
  tickets: Map<string, { userid: string; until: number }>
  jsTickets: Map<string, { ticket: string; until: number }>
}

export const createLoginState = (): LoginState => ({
  codes: new Map(),
  tickets: new Map(),
  jsTickets: new Map(),
})

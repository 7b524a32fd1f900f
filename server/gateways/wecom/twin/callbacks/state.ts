/** One try at handing over one callback. */
export type Attempt = {
  at: number
  appName: string
  name: string
  attempt: number
  status: number | 'late' | 'unreachable'
  realMs: number
}

/** What happens to the next callback instead of what the settings' shares would draw. */
export type Script =
  | 'deliver'
  | 'drop'
  | 'twice'
  /** Held back until the one after it has gone. */
  | 'swap'
  | { delayMs: number }

export type CallbackState = {
  scripts: Script[]
  attempts: Attempt[]
  dropped: number
  givenUp: number
  outstanding: number
  /** Callbacks held back so that a later one overtakes them. */
  held: (() => void)[]
  idle: (() => void)[]
}

export const createCallbackState = (): CallbackState => ({
  scripts: [],
  attempts: [],
  dropped: 0,
  givenUp: 0,
  outstanding: 0,
  held: [],
  idle: [],
})

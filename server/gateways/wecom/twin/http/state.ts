/** `most`: the highest count of any time of this length so far. */
type Window = { from: number; count: number; blockedUntil: number; most: number }

/** Windows of calls, and how many list calls are running at this moment. */
export type Rates = { windows: Map<string, Window>; running: Map<string, number> }

export const createRates = (): Rates => ({ windows: new Map(), running: new Map() })

export type Fault =
  | { kind: 'errcode'; errcode: number }
  | { kind: 'status'; status: number }
  /** The connection is cut before the call is done … */
  | { kind: 'reset' }
  /** … or after it was done: the caller cannot know. */
  | { kind: 'lose_answer' }
  | { kind: 'hang'; ms: number }
  | { kind: 'latency'; ms: number }
  /** Something that is not JSON, such as a proxy's page. */
  | { kind: 'garbage'; body: string }

export type Faults = { path: string | null; fault: Fault }[]

export type Warning = { at: number; path: string; text: string }

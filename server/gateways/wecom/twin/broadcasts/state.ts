export type Target = { id: string; status: 0 | 1 | 2 | 3; sentAt: number }
/** 0 not confirmed yet, 2 sent. */
export type Task = { userid: string; status: 0 | 2; sentAt: number; targets: Target[] }

export type Broadcast = {
  msgid: string
  chatType: 'single' | 'group'
  creator: string
  createdAt: number
  text: string
  attachments: unknown[]
  tasks: Map<string, Task>
  cancelled: boolean
  remindedAt: number[]
}

/** `sends` by customer or group: when a mass message reached it, for the cap. */
export type BroadcastState = { all: Map<string, Broadcast>; sends: Map<string, number[]> }

export const createBroadcastState = (): BroadcastState => ({ all: new Map(), sends: new Map() })

export type GroupMember = {
  userid: string
  type: 1 | 2
  joinedAt: number
  /** 1 invited directly, 2 by a link, 3 by a QR code. */
  joinScene: 1 | 2 | 3
  invitor?: string
  nickname: string
  state?: string
}

export type GroupShape = {
  name: string
  owner: string
  notice: string
  members: GroupMember[]
  admins: string[]
  version: string
}

/** `shapes` keeps what the group was, newest last: groupchat/get answers with an older one for a while. */
export type Group = {
  chatId: string
  createdAt: number
  dismissed: boolean
  status: 0 | 1 | 2 | 3
  shapes: { at: number; shape: GroupShape }[]
  transferredAt: number[]
}

export type JoinWay = {
  configId: string
  scene: number
  remark: string
  autoCreateRoom: number
  roomBaseName: string
  roomBaseId: number
  chatIds: string[]
  state: string
}

export type GroupState = {
  groups: Map<string, Group>
  joinWays: Map<string, JoinWay>
  templates: Map<string, Record<string, unknown>>
}

export const createGroupState = (): GroupState => ({
  groups: new Map(),
  joinWays: new Map(),
  templates: new Map(),
})

import type { Relation } from '../contacts/state.ts'
import type { MemberSettings } from '../corporation/app.ts'
import type { GroupMember } from '../groups/state.ts'
import type { Bubble, SessionState } from '../kf/state.ts'
import type { Person } from '../person.ts'

type Given<T, Needed extends keyof T> = Pick<T, Needed> & Partial<T>

/** A corporation that has been there for years, as a twin is to find it when it starts. Times are milliseconds. */
export type CorporationSeed = {
  /** Instead of the members the twin begins with. */
  members: MemberSettings[]
  people: Given<Person, 'externalUserId' | 'name'>[]
  tagGroups: { name: string; tags: { id: string; name: string }[] }[]
  relations: Given<Relation, 'userid' | 'externalUserId'>[]
  /** Codes of members; `state` comes back with who scans them. */
  ways: { configId: string; state: string; remark: string; users: string[]; createdAt: number }[]
  groups: GroupSeed[]
  /** Codes of groups. */
  joinWays: { configId: string; remark: string; chatIds: string[] }[]
  accounts: AccountSeed[]
  /** Mass messages that still wait, or of which somebody still asks. */
  broadcasts: BroadcastSeed[]
  moments: MomentSeed[]
}

export type GroupSeed = {
  chatId: string
  name: string
  owner: string
  /** Of its members; empty: any. */
  version: string
  createdAt: number
  members: Given<GroupMember, 'userid' | 'type' | 'joinedAt'>[]
}

/** Every member serves. `path` is a door's address under the twin's own, the same after a restart. */
export type AccountSeed = {
  openKfId: string
  name: string
  doors: { scene: string; path: string }[]
  sessions: SessionSeed[]
}

export type SessionSeed = {
  externalUserId: string
  state: SessionState
  servicer: string | null
  lastCustomerAt: number
  repliesSince: number
  bubbles: Bubble[]
}

export type BroadcastSeed = {
  msgid: string
  chatType: 'single' | 'group'
  userid: string
  createdAt: number
  text: string
  confirmedAt: number | null
  targets: { id: string; status: 0 | 1 | 2 | 3; sentAt: number }[]
}

export type MomentSeed = {
  momentId: string
  createdAt: number
  text: string
  officers: { userid: string; published: boolean }[]
}

/** An officer's contact. Half: added without confirming and not yet added back. */
export type Relation = {
  userid: string
  externalUserId: string
  remark: string
  description: string
  remarkCompany: string
  remarkMobiles: string[]
  createdAt: number
  addWay: number
  state: string
  operUserid: string
  tags: Set<string>
  half: boolean
  /** The customer removed the officer; the officer still has the customer. */
  oneWay: boolean
  lastInteractionAt: number
  chatted: boolean
}

export type ContactWay = {
  configId: string
  appName: string
  createdAt: number
  type: number
  scene: number
  style: number
  remark: string
  skipVerify: boolean
  state: string
  user: string[]
  party: number[]
  isTemp: boolean
  until: number | null
}

export type Tag = { id: string; name: string; createdAt: number; order: number }
export type TagGroup = { id: string; name: string; createdAt: number; order: number; tags: Map<string, Tag> }

export type WelcomeCode = { userid: string; externalUserId: string; until: number; sent: boolean }

export type Transfer = {
  from: string
  to: string
  externalUserId: string
  /** 1 done, 2 waiting, 3 refused, 4 taker full, 5 none. */
  status: 1 | 2 | 3 | 4
  askedAt: number
  doneAt: number
  resigned: boolean
}

export type ContactState = {
  relations: Map<string, Relation>
  ways: Map<string, ContactWay>
  tagGroups: Map<string, TagGroup>
  codes: Map<string, WelcomeCode>
  welcomes: { userid: string; externalUserId: string; text: string; attachments: unknown[] }[]
  transfers: Transfer[]
}

export const createContactState = (): ContactState => ({
  relations: new Map(),
  ways: new Map(),
  tagGroups: new Map(),
  codes: new Map(),
  welcomes: [],
  transfers: [],
})

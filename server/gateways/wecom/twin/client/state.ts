/** What is open in an officer's client: a contact's chat, a group's, or one of a customer service account. */
export type ChatKind = 'person' | 'group' | 'kf'
export type Chat = { officer: string; kind: ChatKind; id: string; openKfId: string }

/** A line of a chat that no call of the server ever tells: private chats are nobody's but the two people's. */
export type ChatLine = { from: 'officer' | 'other'; text: string }

/** A web view beside a chat. What it may do it is told by a signature, and shows with every further call. */
export type WebView = { chat: Chat; rights: { signature: string; calls: string[] } | null }

export type ClientState = { lines: Map<string, ChatLine[]>; views: Map<string, WebView> }

export const createClientState = (): ClientState => ({ lines: new Map(), views: new Map() })

export const chatKey = ({ officer, kind, id, openKfId }: Chat) => [officer, kind, id, openKfId].join(' ')

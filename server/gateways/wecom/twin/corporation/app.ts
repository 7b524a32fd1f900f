export type Permission = 'contact' | 'kf' | 'message'

/**
 * The three places of the admin console where events are set up, each with an address, token and key of its own:
 * 微信客服's server of events, the application's own reception of messages, and 客户联系's server of events.
 */
export const sources = ['customer_service', 'application', 'contacts'] as const
export type Source = (typeof sources)[number]

export type CallbackPlace = { url: string; token: string; encodingAesKey: string }

export type AppSettings = {
  name: string
  agentId: number
  secret: string
  permissions: Permission[]
  /** The customer service accounts granted to it, by open_kfid. */
  kfAccounts: string[] | 'all'
  /** Members in its visible range. */
  sees: string[] | 'all'
  /** The same at all three places. */
  callback?: CallbackPlace
  /** Stopped in the admin console. */
  closed?: boolean
  /** Host and port an OAuth redirect may lead to, '' for none; null: anywhere, and agent/get does not tell. */
  redirectDomain: string | null
}

export type MemberSettings = { userid: string; name: string }

export type Seal = CallbackPlace & { key: Buffer; until: number | null }

/** An app as it stands: secrets and seals are two while they are being rotated. */
export type App = {
  name: string
  agentId: number
  secrets: { secret: string; until: number | null }[]
  permissions: Set<Permission>
  kfAccounts: Set<string> | 'all'
  sees: Set<string> | 'all'
  seals: Record<Source, Seal[]>
  closed: boolean
  redirectDomain: string | null
}

export type Member = { userid: string; name: string; left: boolean; active: boolean }

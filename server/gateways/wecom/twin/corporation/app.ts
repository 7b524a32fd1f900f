export type Permission = 'contact' | 'kf' | 'message'

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
  callback?: CallbackPlace
  /** Host and port an OAuth redirect may lead to; null: anywhere. */
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
  seals: Seal[]
  redirectDomain: string | null
}

export type Member = { userid: string; name: string; left: boolean; active: boolean }

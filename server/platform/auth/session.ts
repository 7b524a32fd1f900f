import type { Permission, Role, Scope } from '../../../contract/vocabulary.ts'

/** Who is signed in at the workbench. */
export type OfficerSession = {
  stationId: string
  officerId: string
  name: string
  role: Role
  permissions: ReadonlySet<Permission>
  scope: Scope
  /** Her villages when the scope is 'villages'. */
  villageIds: readonly string[]
  sessionId: string
  /** When she last gave her password (and second factor) again; null if never in this session. */
  steppedUpAt: Date | null
  /** Her password is one that somebody else has seen: she sets her own before anything else. */
  passwordChangeDue?: boolean
}

/** A resident's phone: it proves a contact, not a name. */
export type ResidentSession = { stationId: string; contactId: string }

import type { Permission, Role, Scope } from '../../../contract/vocabulary.ts'

/**
 * What each role may do. An auxiliary informs, receives and records, and hands over what only an officer may decide
 * (State Council Office 2016 No. 114, art. 3–4: no decision, no case review, no acting alone); she sees her villages. She
 * may draft scripts and replies to rumours, since she hears how people ask; what is sent is decided by who approves them
 * (a station of one chief and auxiliaries would otherwise never have two persons for a reply).
 * A roster changes thousands of entries of all villages at once: she gives it to an officer.
 * The administrator runs the installation and sees no resident's matter; the auditor reads the log and nothing else.
 */
const officerPermissions: Permission[] = [
  'station.read',
  'officers.read',
  'residents.read',
  'residents.write',
  'residents.merge',
  'conversations.read',
  'conversations.write',
  'conversations.assign',
  'conversations.close',
  'scripts.read',
  'scripts.write',
  'services.read',
  'cases.read',
  'cases.write',
  'cases.merge',
  'appointments.read',
  'appointments.write',
  'statistics.read',
  'rumours.read',
  'rumours.write',
  'rumours.draft',
  'rumours.decide',
  'broadcasts.read',
  'broadcasts.write',
]

const table: Record<Role, { scope: Scope; permissions: Permission[] }> = {
  chief: {
    scope: 'station',
    permissions: [
      ...officerPermissions,
      'scripts.approve',
      'broadcasts.approve',
      'services.write',
      'station.configure',
      'officers.manage',
      'calendar.configure',
      'matters.review',
      'exports.make',
      'residents.import',
      'audit.read',
      'jobs.manage',
      'contacts.transfer',
      'language.configure',
    ],
  },
  officer: {
    scope: 'station',
    permissions: [
      ...officerPermissions,
      'matters.review',
      'exports.make',
      'residents.import',
      'calendar.configure',
      'scripts.approve',
      'broadcasts.approve',
    ],
  },
  auxiliary: {
    scope: 'villages',
    permissions: officerPermissions.filter(
      (permission) => !['cases.merge', 'residents.merge', 'rumours.decide'].includes(permission),
    ),
  },
  administrator: {
    scope: 'none',
    permissions: [
      'station.read',
      'station.configure',
      'officers.read',
      'officers.manage',
      'calendar.configure',
      'jobs.manage',
    ],
  },
  auditor: { scope: 'none', permissions: ['station.read', 'officers.read', 'audit.read'] },
}

export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return new Set(table[role].permissions)
}

export function scopeOf(role: Role): Scope {
  return table[role].scope
}

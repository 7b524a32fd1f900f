import type { Role } from '../../contract/vocabulary.ts'
import { permissionsOf } from '../../server/domains/officers/permissions.ts'
import type { Access } from '../../server/platform/http/access.ts'
import type { CallerName } from './start-matrix-server.ts'

const roles: Record<Exclude<CallerName, 'anonymous' | 'resident'>, Role> = {
  chief: 'chief',
  officer: 'officer',
  eastAuxiliary: 'auxiliary',
  westAuxiliary: 'auxiliary',
  administrator: 'administrator',
  auditor: 'auditor',
}

/** What the door answers a caller, by the permission table. */
export function expectAtDoor(access: Access, who: CallerName): 401 | 403 | 'allowed' {
  if (access === 'public' || access === 'visitor') return 'allowed'
  if (access === 'resident') return who === 'resident' ? 'allowed' : 401
  if (who === 'anonymous' || who === 'resident') return 401
  if (access === 'signed_in') return 'allowed'
  return permissionsOf(roles[who]).has(access) ? 'allowed' : 403
}

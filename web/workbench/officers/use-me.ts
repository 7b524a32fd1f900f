import { useQuery } from '@tanstack/react-query'
import type { Permission } from '../../../contract/vocabulary.ts'
import { listOfficers, listVillages, type Me, readSession } from '../../api/officers.ts'

export const sessionQuery = { queryKey: ['session'], queryFn: readSession, staleTime: 60_000 }

/** Who is signed in. Only inside the session gate, where it is always known. */
export function useMe(): Me {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new Error('used outside the session gate')
  return data
}

/** May the signed-in person do this? The server decides; this only hides what would be refused. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe()
  return (permission) => permissions.includes(permission)
}

export function useVillages() {
  const { data } = useQuery({ queryKey: ['villages'], queryFn: listVillages, staleTime: 600_000 })
  return data?.items ?? []
}

export function useOfficers() {
  const { data } = useQuery({ queryKey: ['officers'], queryFn: listOfficers, staleTime: 300_000 })
  return data?.items ?? []
}

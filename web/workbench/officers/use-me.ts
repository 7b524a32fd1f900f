import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Permission } from '../../../contract/vocabulary.ts'
import {
  listOfficers,
  listVillages,
  type Me,
  type Officer,
  readSession,
  type Village,
} from '../../api/officers.ts'

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

/** One empty list, so that "not loaded yet" does not look like a change at every render. */
const noVillages: Village[] = []
const noOfficers: Officer[] = []

/** Every village, also those that are no more: for what is on old rows. */
export function useVillages(): Village[] {
  const { data } = useQuery({ queryKey: ['villages'], queryFn: listVillages, staleTime: 600_000 })
  return data?.items ?? noVillages
}

/** The villages something new can be put in. */
export function useVillagesInUse(): Village[] {
  const villages = useVillages()
  return useMemo(() => villages.filter(({ retiredAt }) => !retiredAt), [villages])
}

/** Those who see residents' matters and are here: who can be given one, or be mentioned in a note. */
export function useColleagues(): Officer[] {
  const officers = useOfficers()
  return useMemo(
    () =>
      officers.filter(
        ({ suspendedAt, role }) => !suspendedAt && role !== 'administrator' && role !== 'auditor',
      ),
    [officers],
  )
}

export function useOfficers(): Officer[] {
  const { data } = useQuery({ queryKey: ['officers'], queryFn: listOfficers, staleTime: 300_000 })
  return data?.items ?? noOfficers
}

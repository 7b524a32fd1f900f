import type { Static } from 'typebox'
import type * as contract from '../../contract/officers.ts'
import { fetchJson } from './fetch-json.ts'

export type {
  InitialPassword,
  Me,
  Officer,
  Setup,
  SetupInvitation,
  Shift,
  Station,
  StationChange,
  Village,
} from '../../contract/officers.ts'
export type OwnSession = Static<typeof contract.OwnSession>
export type SecondFactorSecret = Static<typeof contract.SecondFactorSecret>
type Items<T> = { items: T[] }

export const readSetup = () => fetchJson<{ needed: boolean }>('/api/setup')
export const readInvitation = (token: string) =>
  fetchJson<contract.SetupInvitation>('/api/setup/invitation', { body: { token } })
export const setUp = (body: contract.Setup) => fetchJson('/api/setup', { body })

export const readSession = () => fetchJson<contract.Me>('/api/session')
export const signIn = (body: contract.SignIn) => fetchJson<contract.Me>('/api/session', { body })
export const signOut = () => fetchJson('/api/session', { method: 'DELETE' })
export const stepUp = (body: contract.StepUp) => fetchJson('/api/session/step-up', { body })
export const changePassword = (body: contract.PasswordChange) => fetchJson('/api/session/password', { body })
export const startSecondFactor = (password: string) =>
  fetchJson<SecondFactorSecret>('/api/session/second-factor', { body: { password } })
export const confirmSecondFactor = (code: string) =>
  fetchJson<{ backupCodes: string[] }>('/api/session/second-factor/confirmation', { body: { code } })
export const removeSecondFactor = (body: contract.StepUp) =>
  fetchJson('/api/session/second-factor', { method: 'DELETE', body })
export const listSessions = () => fetchJson<Items<OwnSession>>('/api/sessions')
export const endSession = (id: string) => fetchJson(`/api/sessions/${id}`, { method: 'DELETE' })

export const listOfficers = () => fetchJson<Items<contract.Officer>>('/api/officers')
export const createOfficer = (body: Static<typeof contract.NewOfficer>) =>
  fetchJson<contract.InitialPassword>('/api/officers', { body })
export const changeOfficer = (id: string, body: contract.OfficerChange) =>
  fetchJson(`/api/officers/${id}`, { method: 'PATCH', body })
export const suspendOfficer = (id: string, reason: string) =>
  fetchJson(`/api/officers/${id}/suspension`, { body: { reason } })
export const liftSuspension = (id: string) =>
  fetchJson(`/api/officers/${id}/suspension`, { method: 'DELETE' })
export const confirmOfficer = (id: string) =>
  fetchJson<contract.Officer>(`/api/officers/${id}/confirmation`, { method: 'POST' })
export const resetPassword = (id: string, removeSecondFactor: boolean) =>
  fetchJson<contract.InitialPassword>(`/api/officers/${id}/password-reset`, { body: { removeSecondFactor } })

export const listShifts = (from: string, days: number) =>
  fetchJson<Items<contract.Shift>>('/api/shifts', { query: { from, days } })
export const planShifts = (body: contract.NewShifts) => fetchJson('/api/shifts', { body })
export const removeShift = (id: string) => fetchJson(`/api/shifts/${id}`, { method: 'DELETE' })

export const readStation = () => fetchJson<contract.Station>('/api/station')
export const changeStation = (body: contract.StationChange) =>
  fetchJson<contract.Station>('/api/station', { method: 'PATCH', body })
export const listVillages = () => fetchJson<Items<contract.Village>>('/api/villages')
export const addVillage = (body: contract.NewVillage) =>
  fetchJson<contract.Village>('/api/villages', { body })
export const changeVillage = (id: string, body: contract.VillageChange) =>
  fetchJson<contract.Village>(`/api/villages/${id}`, { method: 'PATCH', body })
export const retireVillage = (id: string) =>
  fetchJson<contract.Village>(`/api/villages/${id}/retirement`, { method: 'POST' })
export const restoreVillage = (id: string) =>
  fetchJson<contract.Village>(`/api/villages/${id}/retirement`, { method: 'DELETE' })
export const orderVillages = (villageIds: string[]) =>
  fetchJson<Items<contract.Village>>('/api/village-order', { method: 'PUT', body: { villageIds } })

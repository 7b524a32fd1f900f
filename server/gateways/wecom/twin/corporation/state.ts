import { readAesKey } from '../../cipher.ts'
import type { TwinSettings } from '../settings.ts'
import { type App, type AppSettings, type Member, type Seal, type Source, sources } from './app.ts'

type Guesses = { from: number; count: number; blockedUntil: number }
type Trusted = { list: string[] | null; before: string[] | null; from: number }

type Token = { token: string; appName: string; secret: string; until: number }
export type Tokens = { all: Map<string, Token>; current: Map<string, Token> }

export type Corporation = {
  apps: Map<string, App>
  members: Map<string, Member>
  trusted: Trusted
  wrongSecrets: Map<string, Guesses>
  tokens: Tokens
}

export function createCorporation({ apps, members, trustedIps }: TwinSettings['corporation']): Corporation {
  return {
    apps: new Map(apps.map((app) => [app.name, appFrom(app)])),
    members: new Map(members.map((member) => [member.userid, { ...member, left: false, active: true }])),
    trusted: { list: trustedIps, before: trustedIps, from: 0 },
    wrongSecrets: new Map(),
    tokens: { all: new Map(), current: new Map() },
  }
}

export function appFrom(settings: AppSettings): App {
  const { name, agentId, secret, permissions, kfAccounts, sees, callback, redirectDomain, closed } = settings
  return {
    name,
    agentId,
    secrets: [{ secret, until: null }],
    permissions: new Set(permissions),
    kfAccounts: kfAccounts === 'all' ? 'all' : new Set(kfAccounts),
    sees: sees === 'all' ? 'all' : new Set(sees),
    seals: sealsOf(callback ? [{ ...callback, key: readAesKey(callback.encodingAesKey), until: null }] : []),
    closed: closed ?? false,
    redirectDomain,
  }
}

/** The same at every place. */
export const sealsOf = (seals: Seal[]): Record<Source, Seal[]> =>
  Object.fromEntries(sources.map((source) => [source, [...seals]])) as Record<Source, Seal[]>

import { type BroadcastState, createBroadcastState } from './broadcasts/state.ts'
import { type CallbackState, createCallbackState } from './callbacks/state.ts'
import { type ClientState, createClientState } from './client/state.ts'
import { type Clock, createClock } from './clock.ts'
import { type ContactState, createContactState } from './contacts/state.ts'
import { type Corporation, createCorporation } from './corporation/state.ts'
import { createGroupState, type GroupState } from './groups/state.ts'
import { createRates, type Faults, type Rates, type Warning } from './http/state.ts'
import { createKfState, type KfState } from './kf/state.ts'
import { createLoginState, type LoginState } from './login/state.ts'
import { createMediaState, type MediaState } from './media/state.ts'
import { createMessageState, type MessageState } from './messages/state.ts'
import { createMomentState, type MomentState } from './moments/state.ts'
import type { Person } from './person.ts'
import { createRandom, type Random } from './random.ts'
import type { TwinSettings } from './settings.ts'

/** Everything a twin knows; nothing of it outlives the process. */
export type World = {
  settings: TwinSettings
  clock: Clock
  random: (stream: string) => Random
  /** Where it can be reached, path prefix included, without a slash at the end. */
  publicUrl: string
  stopped: boolean
  corporation: Corporation
  rates: Rates
  faults: Faults
  warnings: Warning[]
  callbacks: CallbackState
  people: Map<string, Person>
  kf: KfState
  media: MediaState
  contacts: ContactState
  groups: GroupState
  broadcasts: BroadcastState
  moments: MomentState
  messages: MessageState
  login: LoginState
  client: ClientState
}

export function createWorld(settings: TwinSettings): World {
  return {
    settings,
    clock: createClock(settings.clock),
    random: createRandom(settings.answers.seed),
    publicUrl: settings.http.publicUrl ?? '',
    stopped: false,
    corporation: createCorporation(settings.corporation),
    rates: createRates(),
    faults: [],
    warnings: [],
    callbacks: createCallbackState(),
    people: new Map(),
    kf: createKfState(),
    media: createMediaState(),
    contacts: createContactState(),
    groups: createGroupState(),
    broadcasts: createBroadcastState(),
    moments: createMomentState(),
    messages: createMessageState(),
    login: createLoginState(),
    client: createClientState(),
  }
}

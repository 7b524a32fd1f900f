import { broadcastControl } from './broadcasts/broadcast-control.ts'
import { callbackControl } from './callbacks/callback-control.ts'
import { clientControl } from './client/client-control.ts'
import { contactControl } from './contacts/contact-control.ts'
import { corporationControl } from './corporation/corporation-control.ts'
import { groupControl } from './groups/group-control.ts'
import { faultControl } from './http/faults.ts'
import { rateControl } from './http/rates.ts'
import { kfControl } from './kf/kf-control.ts'
import { loginControl } from './login/login-control.ts'
import { addMedia } from './media/media.ts'
import { messageControl } from './messages/message-control.ts'
import { momentControl } from './moments/moment-control.ts'
import { addPerson } from './people.ts'
import type { Person } from './person.ts'
import type { CorporationSeed } from './seed/corporation-seed.ts'
import { seedCorporation } from './seed/seed-corporation.ts'
import type { World } from './world.ts'

export type Control = ReturnType<typeof createControl>

/** Everything that is not a call of the client: the vendor's clock, the administrator, the phones of both sides. */
export function createControl(world: World) {
  return {
    clock: world.clock,
    warnings: world.warnings,
    settings: world.settings,
    /** A corporation that was there before: put in quietly, right after the start. */
    seed: (corporation: CorporationSeed) => seedCorporation(world, corporation),
    faults: faultControl(world),
    rates: rateControl(world),
    corporation: corporationControl(world),
    callbacks: callbackControl(world),
    people: {
      add: (given?: Partial<Person>) => addPerson(world, given),
      all: () => [...world.people.values()],
    },
    kf: kfControl(world),
    contacts: contactControl(world),
    groups: groupControl(world),
    broadcasts: broadcastControl(world),
    moments: momentControl(world),
    messages: messageControl(world),
    login: loginControl(world),
    client: clientControl(world),
    media: {
      add: (upload: Parameters<typeof addMedia>[1]) => addMedia(world, upload).mediaId,
      get: (mediaId: string) => world.media.all.get(mediaId),
    },
  }
}

import type { World } from '../world.ts'

/** Pages link to their own host, whatever name it was reached by. */
export const baseOf = (world: World) => world.settings.http.pathPrefix

import { createApp } from '../server/app.ts'
import { offlineContext } from './offline-context.ts'

/** Prints the contract as OpenAPI 3.1; needs no database. */
const app = await createApp(offlineContext(), { officer: async () => null, resident: async () => null })
await app.ready()
console.log(JSON.stringify(app.swagger(), null, 2))
process.exit(0)

import { runChaos } from './run-chaos.ts'

/** `npm run chaos [server kills] [database kills]`: the long run, 200 and 100 unless told. */
const [serverKills = 200, databaseKills = 100] = process.argv.slice(2).map(Number)
const verdict = await runChaos({ serverKills, databaseKills, report: (line) => console.log(line) })
const { lost, duplicated, unexpected } = verdict
console.log(JSON.stringify(verdict))
console.log(`lost ${lost}, duplicated ${duplicated}, unexpected ${unexpected}`)
process.exit(lost + duplicated + unexpected === 0 ? 0 : 1)

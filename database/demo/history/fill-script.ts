import type { TownScript } from '../town.ts'

const stationName = '大成桥派出所'

/** A script with what the conversation knows; null when something is missing, and then it may not be sent. */
export function fillScript(script: TownScript, known: Record<string, string>): string | null {
  const values: Record<string, string> = {
    所名: stationName,
    所电话: '0731-00012110',
    所地址: '大成桥镇正街',
    ...known,
  }
  let complete = true
  const text = script.body.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) complete = false
    return value ?? ''
  })
  return complete ? text : null
}

import type { FigureKey } from '../../../contract/statistics.ts'

/** The code of every definition that was ever in force, by version, so that none changes unnoticed. Lines are only added. */
export const definitionHashes: Record<FigureKey, Record<number, string>> = {}

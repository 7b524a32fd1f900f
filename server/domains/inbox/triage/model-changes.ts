import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { TriageModel } from './model.ts'
import type { Head } from './score-classes.ts'

/** The cells in which a station's own model differs from the delivered one: few thousand, some ten kilobytes. */
export function packChanges(from: TriageModel, to: TriageModel): Buffer {
  return Buffer.concat(
    [packHead(from.scenario, to.scenario), packHead(from.office, to.office)].map(withLength),
  )
}

/** The delivered model with these changes. Throws when they are not of the form that packChanges writes. */
export function applyChanges(model: TriageModel, version: string, changes: Buffer): TriageModel {
  const scenarioLength = changes.readUInt32LE(0)
  const officeFrom = 4 + scenarioLength
  return {
    ...model,
    version,
    scenario: unpackHead(model.scenario, changes.subarray(4, officeFrom)),
    office: unpackHead(model.office, changes.subarray(officeFrom + 4)),
  }
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(bytes.length)
  return Buffer.concat([length, bytes])
}

function packHead(from: Head, to: Head): Buffer {
  const cells: number[] = []
  for (let at = 0; at < to.weights.length; at += 1) if (to.weights[at] !== from.weights[at]) cells.push(at)
  const bytes = Buffer.alloc(cells.length * 8)
  cells.forEach((cell, at) => {
    bytes.writeUInt32LE(cell, at * 8)
    bytes.writeFloatLE(to.weights[cell]!, at * 8 + 4)
  })
  return deflateRawSync(bytes)
}

function unpackHead(head: Head, packed: Buffer): Head {
  const bytes = inflateRawSync(packed)
  const weights = head.weights.slice()
  for (let at = 0; at + 8 <= bytes.length; at += 8)
    weights[bytes.readUInt32LE(at)] = bytes.readFloatLE(at + 4)
  return { ...head, weights }
}

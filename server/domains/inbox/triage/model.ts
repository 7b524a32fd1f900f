import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { readOfficeCodes, scenarios } from '../../../../contract/vocabulary.ts'
import { byHandRules } from './by-hand-offices.ts'
import { dangers } from './dangers.ts'
import { ideaWords } from './find-ideas.ts'
import { cueWords } from './guards.ts'
import { harmlessWords } from './harmless.ts'
import stored from './model.json' with { type: 'json' }
import { scenarioRules } from './scenario-words.ts'
import type { Head } from './score-classes.ts'
import { frailWords, goneMaybe, goneSurely, grownWords, thingWords } from './things.ts'

/** Everything a reading depends on besides the message. Plain data; a station's own is made by applyCorrections. */
export type TriageModel = {
  version: string
  /** Divides the logits, so that a confidence of 0.8 is right about four times in five. */
  temperature: number
  /** From this score on, a message in which no danger word was heard still rings the bell. */
  dangerAt: number
  /** Below this score, a message in which a danger word was heard does not ring it. */
  calmBelow: number
  scenario: Head
  office: Head
  danger: Head
  /** Of a message that rings the bell: whose matter the danger is. */
  kind: Head
}

/** A head as it lies in the file: one signed byte a weight (deflated, base64), `step` what one is worth. */
export type StoredHead = { classes: number; buckets: number; step: number; bias: number[]; weights: string }
export type StoredModel = {
  seed: number
  sentences: number
  temperature: number
  dangerAt: number
  calmBelow: number
  scenario: StoredHead
  office: StoredHead
  danger: StoredHead
  kind: StoredHead
}

export function packHead(head: Head): StoredHead {
  const sizes = head.weights.map(Math.abs).sort()
  // Steps are taken from the 99.9th percentile: a handful of outliers is cut rather than coarsening all the rest.
  const step = Math.max(1e-6, sizes[Math.floor(sizes.length * 0.999)]! / 127)
  const bytes = Int8Array.from(head.weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / step))),
  )
  return {
    classes: head.classes,
    buckets: head.buckets,
    step: Number(step.toPrecision(6)),
    bias: Array.from(head.bias, (bias) => Number(bias.toFixed(4))),
    weights: deflateRawSync(Buffer.from(bytes.buffer), { level: 9 }).toString('base64'),
  }
}

function unpackHead(head: StoredHead): Head {
  const bytes = new Int8Array(inflateRawSync(Buffer.from(head.weights, 'base64')))
  const weights = new Float32Array(bytes.length)
  for (let at = 0; at < bytes.length; at += 1) weights[at] = bytes[at]! * head.step
  return { classes: head.classes, buckets: head.buckets, weights, bias: Float32Array.from(head.bias) }
}

/** The version names the weights and the word lists together: change either and it changes. */
export function unpackModel(file: StoredModel): TriageModel {
  const words = [
    dangers,
    cueWords,
    harmlessWords,
    frailWords,
    grownWords,
    thingWords,
    goneSurely,
    goneMaybe,
    scenarioRules,
    byHandRules,
    ideaWords,
  ]
  const contents = JSON.stringify([file, words, scenarios, readOfficeCodes])
  return {
    version: createHash('sha256').update(contents).digest('hex').slice(0, 12),
    temperature: file.temperature,
    dangerAt: file.dangerAt,
    calmBelow: file.calmBelow,
    scenario: unpackHead(file.scenario),
    office: unpackHead(file.office),
    danger: unpackHead(file.danger),
    kind: unpackHead(file.kind),
  }
}

/** What every station starts with. */
export const starterModel: TriageModel = unpackModel(stored)

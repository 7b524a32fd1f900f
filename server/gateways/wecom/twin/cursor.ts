import { createHmac } from 'node:crypto'
import { Refusal } from './refusal.ts'
import type { World } from './world.ts'

/**
 * E26: a cursor tells nothing to whoever holds it and fits one list only: its place under a mask, and a tag that binds
 * it to the list's name (`scope`). 22 characters.
 */
export function cursorOf(world: World, scope: string, place: number): string {
  const tag = tagOf(world, scope, place)
  const bytes = Buffer.alloc(6)
  bytes.writeUIntBE(place, 0, 6)
  return Buffer.concat([tag, masked(world, tag, bytes)]).toString('base64url')
}

export function placeOf(world: World, scope: string, cursor: string): number {
  const bytes = Buffer.from(cursor, 'base64url')
  const tag = bytes.subarray(0, 10)
  if (bytes.length === 16) {
    const place = masked(world, tag, bytes.subarray(10)).readUIntBE(0, 6)
    if (tagOf(world, scope, place).equals(tag)) return place
  }
  throw new Refusal(world.settings.answers.badCursorCode, 'cursor')
}

/** A page of a list in memory; the last one ends with an empty cursor. */
export function pageOf<T>(world: World, scope: string, all: T[], cursor: string | undefined, limit: number) {
  const from = cursor ? placeOf(world, scope, cursor) : 0
  const page = all.slice(from, from + limit)
  const next = from + page.length
  return { page, next_cursor: next < all.length ? cursorOf(world, scope, next) : '' }
}

function tagOf(world: World, scope: string, place: number): Buffer {
  return keyed(world, `${scope} ${place}`).subarray(0, 10)
}

function masked(world: World, tag: Buffer, bytes: Buffer): Buffer {
  const mask = keyed(world, `mask ${tag.toString('hex')}`)
  return Buffer.from(bytes.map((byte, index) => byte ^ mask[index]!))
}

function keyed(world: World, text: string): Buffer {
  return createHmac('sha256', `cursor ${world.settings.answers.seed}`).update(text).digest()
}

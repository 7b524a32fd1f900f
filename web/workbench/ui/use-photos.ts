import { type ClipboardEvent, useRef, useState } from 'react'
import { clientKey } from '../../api/client-key.ts'
import { uploadFile } from '../../api/files.ts'
import type { FileRef } from '../../api/inbox.ts'

export type Photo = { key: string; file: File; state: 'sending' | 'failed'; error: string }

export type Photos = {
  stored: FileRef[]
  waiting: Photo[]
  busy: boolean
  /** More were chosen than there was room for: none of them was taken. */
  tooMany: { chosen: number; room: number; most: number } | null
  choose: () => void
  paste: (event: ClipboardEvent) => void
  add: (files: Iterable<File>) => void
  again: (photo: Photo) => void
  drop: (key: string) => void
}

const usualMost = 9

/** Files on their way to the store; a try that failed is repeated with the same key. */
export function usePhotos(
  stored: FileRef[],
  onStored: (files: FileRef[]) => void,
  accept = 'image/jpeg,image/png,image/webp,application/pdf',
  most = usualMost,
): Photos {
  const [waiting, setWaiting] = useState<Photo[]>([])
  const [tooMany, setTooMany] = useState<Photos['tooMany']>(null)
  const latest = useRef({ stored, onStored })
  latest.current = { stored, onStored }
  const change = (key: string, fields: Partial<Photo>) =>
    setWaiting((all) => all.map((each) => (each.key === key ? { ...each, ...fields } : each)))
  async function again(photo: Photo): Promise<void> {
    change(photo.key, { state: 'sending', error: '' })
    try {
      const file = await uploadFile(photo.file, { idempotencyKey: photo.key })
      setWaiting((all) => all.filter(({ key }) => key !== photo.key))
      const known = latest.current.stored.filter(({ id }) => id !== file.id)
      latest.current.stored = [...known, file].slice(0, most)
      latest.current.onStored(latest.current.stored)
    } catch (error) {
      change(photo.key, { state: 'failed', error: error instanceof Error ? error.message : '' })
    }
  }
  const add = (files: Iterable<File>) => {
    const chosen = [...files]
    const room = Math.max(0, most - stored.length - waiting.length)
    const isTooMany = chosen.length > room
    setTooMany(isTooMany ? { chosen: chosen.length, room, most } : null)
    if (isTooMany) return
    const fresh = chosen.map((file) => ({ key: clientKey(), file, state: 'sending' as const, error: '' }))
    setWaiting((all) => [...all, ...fresh])
    for (const photo of fresh) void again(photo)
  }
  return {
    stored,
    waiting,
    busy: waiting.length > 0,
    tooMany,
    add,
    again,
    choose: () => {
      const input = document.createElement('input')
      Object.assign(input, { type: 'file', multiple: true, accept })
      input.addEventListener('change', () => add(input.files ?? []))
      input.click()
    },
    paste: (event) => {
      const files = [...event.clipboardData.files]
      if (files.length === 0) return
      event.preventDefault()
      add(files)
    },
    drop: (key) => {
      setTooMany(null)
      setWaiting((all) => all.filter((each) => each.key !== key))
      if (stored.some(({ id }) => id === key)) onStored(stored.filter(({ id }) => id !== key))
    },
  }
}

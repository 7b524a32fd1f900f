import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** A talk is read back so many pages of fifty for one message; what is further is found with the button. */
const mostPages = 40

/**
 * The message that the address names (#id), as a search opens it: brought onto the screen once, for which the talk is
 * read back as far as need be. `far`: on the way there.
 */
export function useSought(
  messages: { id: string }[],
  more: boolean,
  read: { mutate: () => void; isPending: boolean; isError: boolean },
): { id: string; far: boolean } {
  const { hash, key } = useLocation()
  const id = hash.slice(1)
  const pages = useRef({ of: '', read: 0, shown: false })
  if (pages.current.of !== key + id) pages.current = { of: key + id, read: 0, shown: false }
  const here = messages.some((message) => message.id === id)
  const far = id !== '' && !here && more && !read.isError && pages.current.read < mostPages
  useEffect(() => {
    const now = pages.current
    if (here && !now.shown) {
      now.shown = true
      document.getElementById(id)?.scrollIntoView({ block: 'center' })
    } else if (far && !read.isPending) {
      now.read++
      read.mutate()
    }
  })
  return { id, far }
}

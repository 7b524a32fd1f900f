import { useState } from 'react'
import { followNewest, putBefore, type Stretch } from './thread.ts'

/** A talk on the screen: its newest page as it is read again, and what has been read back before it. */
export function useThread<T extends { id: string; sentAt: string }>(newest: Stretch<T>) {
  const [thread, setThread] = useState({ newest, shown: newest })
  const shown = thread.newest === newest ? thread.shown : followNewest(thread.shown, newest)
  if (thread.newest !== newest) setThread({ newest, shown })
  return {
    ...shown,
    addOlder: (page: Stretch<T>) => setThread((now) => ({ ...now, shown: putBefore(now.shown, page) })),
  }
}

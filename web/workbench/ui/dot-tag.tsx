import type { ReactNode } from 'react'

export type Tone = 'blue' | 'green' | 'amber' | 'red' | 'grey' | 'violet'

/** A small label; its words carry the meaning, the colour only helps. */
export function DotTag({ tone = 'grey', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`dot-tag ${tone}`}>{children}</span>
}

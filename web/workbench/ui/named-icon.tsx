import type { ReactNode } from 'react'

/** An icon that stands alone on a button, with its name for those who hear the page. */
export function NamedIcon({ icon, name }: { icon: ReactNode; name: string }) {
  return (
    <>
      {icon}
      <span className="only-heard">{name}</span>
    </>
  )
}

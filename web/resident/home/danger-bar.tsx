import { homeText } from '../text/home.ts'

/** The first thing on the page: this is not the emergency line, and here is the one that is. */
export function DangerBar() {
  return (
    <a className="danger-bar" href="tel:110">
      <b>{homeText.danger}</b>
      <span>{homeText.dangerNote}</span>
    </a>
  )
}

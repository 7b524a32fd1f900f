/** A number to tap; spaces and dashes are for reading only. */
export function PhoneLink(props: { number: string; className?: string }) {
  return (
    <a className={props.className ?? 'phone'} href={`tel:${props.number.replace(/[^0-9+]/g, '')}`}>
      {props.number}
    </a>
  )
}

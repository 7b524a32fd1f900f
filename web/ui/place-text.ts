/** Where somebody lives, in one line; an address that begins with its village does not say it twice. */
export function placeText(
  place: { villageName?: string | null; address?: string | null } | null | undefined,
): string {
  const { villageName, address } = place ?? {}
  if (villageName && address?.startsWith(villageName)) return address
  return [villageName, address].filter(Boolean).join(' ')
}

/** What of an address is left to say beside the name of its village. */
export function doorText({ villageName, address }: { villageName: string; address: string }): string {
  return address.startsWith(villageName) ? address.slice(villageName.length).trim() || address : address
}

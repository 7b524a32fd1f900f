export function GuidesPage() {
  return null
}

export type KnownHousehold = {
  id: string
  villageId: string
  group: string
  door: string
  /** Who is its head, or whom the file calls so before her own row has come. */
  headName: string | null
  headed: boolean
  /** The person, once she is known. */
  headId: string | null
  /** The row of the file that founds it; null for one that is in the register. */
  row: number | null
  /** It shares its door with another one. */
  another?: boolean
}
export type KnownResident = {
  id: string
  name: string
  householdId: string | null
  villageId: string | null
  phone: string
  /** Her further numbers, as numbers are compared. */
  furtherPhones: string[]
  bornOn: string | null
  note: string
  nicknames: string[]
  /** Where she is away, when she is. */
  away: string | null
  /** Of somebody the file itself brings: its row. */
  row: number | null
}
export type KnownVillage = { id: string; name: string; aliases: string[] }

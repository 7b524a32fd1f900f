/** What a callback said of a work account and a contact. */
export type ContactChange = {
  change: string
  userId: string
  externalUserId: string
  state: string
  welcomeCode: string
  source: string
  /** When it happened, by the platform's clock, in seconds. */
  at: number
}

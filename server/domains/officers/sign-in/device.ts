/** Where a sign-in comes from. `oldToken` is the session the same browser had: it ends with the new one. */
export type Device = { address: string; name: string; oldToken: string | null; requestId: string }

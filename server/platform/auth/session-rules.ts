/** Without a request of hers for this long an officer is signed out. */
export const idleMinutes = 15
/** Whatever happens, a session ends after this. */
export const absoluteHours = 8
/** A sign of life is written at most this often. */
export const touchSeconds = 60
/** A confirmed password is good for this long (the door of the routes asks the same: http/access.ts). */
export const stepUpMinutes = 10
/** How long a password that somebody else has seen may wait for its first use. */
export const initialPasswordDays = 7

export const sessionCookie = 'lianxinqiao.session_token'

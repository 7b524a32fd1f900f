/**
 * The id under which a part of an answer is sent: made from the answer's own, so that every try of it, by whichever
 * process, carries the same (at most 32 of [0-9a-zA-Z_-]).
 */
export function ownMsgid(messageId: string, part: number): string {
  return `${Buffer.from(messageId.replaceAll('-', ''), 'hex').toString('base64url')}_${part}`
}

/** The answer that an id of ours belongs to; null for an id of somebody else. */
export function messageIdOf(msgid: string): string | null {
  const found = /^([0-9a-zA-Z_-]{22})_\d{1,3}$/.exec(msgid)
  if (!found) return null
  const hex = Buffer.from(found[1]!, 'base64url').toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** What WeCom answers instead of a result: HTTP 200 all the same, and a number. */
export class Refusal extends Error {
  readonly errcode: number

  constructor(errcode: number, detail?: string) {
    super(detail ? `${wordsOf(errcode)}: ${detail}` : wordsOf(errcode))
    this.name = 'Refusal'
    this.errcode = errcode
  }
}

/** Own short words for the numbers the twin gives; a client must never read them. */
const words: Record<number, string> = {
  [-1]: 'system busy',
  40001: 'secret does not fit',
  40003: 'invalid userid',
  40004: 'invalid media type',
  40005: 'invalid type',
  40006: 'invalid media size',
  40007: 'invalid media_id',
  40008: 'invalid msgtype',
  40009: 'invalid image size',
  40011: 'invalid video size',
  40013: 'invalid corpid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40056: 'invalid agentid',
  40058: 'invalid parameter',
  40063: 'a required parameter is empty',
  40068: 'invalid tag id',
  40071: 'tag name exists',
  40072: 'invalid tag name length',
  40096: 'invalid external_userid',
  40097: 'member has not left',
  40123: 'picture is not of an allowed kind',
  40126: 'too many tags',
  41001: 'access_token missing',
  41002: 'corpid missing',
  41004: 'secret missing',
  41006: 'media_id missing',
  41035: 'invalid config_id',
  41041: 'too many members',
  41049: 'welcome code missing',
  41050: 'welcome code invalid or too old',
  41063: 'mass message is being dispatched',
  41064: 'invalid attachments',
  41072: 'media was uploaded for another use',
  41079: 'moment is being dispatched',
  41091: 'too many groups on one join way',
  41093: 'mass message was cancelled',
  41094: 'reminded too often',
  41096: 'welcome message already sent',
  42001: 'access_token expired',
  42003: 'code expired',
  42022: 'code already used',
  42052: 'too late to recall',
  44001: 'empty media',
  44004: 'empty text',
  45001: 'media too large',
  45002: 'content too long',
  45009: 'api freq out of limit',
  45033: 'api concurrent out of limit',
  48002: 'api forbidden for this app',
  48007: 'customer service account not granted to this app',
  50001: 'redirect domain does not fit',
  50002: 'member out of range',
  60011: 'member, department or tag out of reach',
  60020: 'not a trusted ip',
  60111: 'no such userid',
  81013: 'no valid target',
  82001: 'no target given',
  84014: 'invalid user_ticket',
  84015: 'user_ticket expired',
  84061: 'no such external contact relation',
  90501: 'not a customer group',
  95000: 'invalid open_kfid',
  95001: 'over the count of replies',
  95002: 'over 48 hours',
  95004: 'no such customer service account',
  95007: 'invalid msgtoken',
  95008: 'menu has too many items',
  95013: 'session ended',
  95014: 'not a servicer',
  95016: 'transition not allowed',
  95018: 'session state forbids sending',
  95019: 'servicer is not serving',
  301002: 'agentid of another app',
}

export function wordsOf(errcode: number): string {
  return words[errcode] ?? 'refused'
}

/** Somebody with WeChat (wm…) or WeCom (wo…) outside the corporation: one id for customer service and contacts. */
export type Person = {
  externalUserId: string
  name: string
  gender: number
  unionid: string
  avatar: string
  /** Where she is from, for whoever looks for her on the twin's pages; no call tells it. */
  place?: string
}

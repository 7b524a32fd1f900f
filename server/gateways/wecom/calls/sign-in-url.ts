/** host: scheme, host and, for a government edition, the path in front. */
type SignIn = { host: string; corpId: string; agentId: number; redirectUri: string; state: string }

/** In the WeCom client, without a question to the officer. state: up to 128 letters and digits. */
export function signInUrlInsideClient({ host, corpId, agentId, redirectUri, state }: SignIn): string {
  const url = new URL(`${host.replace(/\/$/, '')}/connect/oauth2/authorize`)
  url.search = String(
    new URLSearchParams({
      appid: corpId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'snsapi_base',
      state,
      agentid: String(agentId),
    }),
  )
  url.hash = 'wechat_redirect'
  return url.href
}

/** In a desktop browser, by a QR code that the officer's phone reads (document 98152). */
export function signInUrlInBrowser({ host, corpId, agentId, redirectUri, state }: SignIn): string {
  const url = new URL(`${host.replace(/\/$/, '')}/wwlogin/sso/login`)
  url.search = String(
    new URLSearchParams({
      login_type: 'CorpApp',
      appid: corpId,
      agentid: String(agentId),
      redirect_uri: redirectUri,
      state,
    }),
  )
  return url.href
}

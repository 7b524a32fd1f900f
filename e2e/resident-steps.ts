import type { Page } from 'playwright-core'

/** Asks from the home page and waits for the number in big digits. Returns it. */
export async function ask(
  phone: Page,
  words: string,
  who?: { name: string; village?: string },
): Promise<string> {
  await phone.getByRole('link', { name: '我要问' }).first().click()
  await phone.getByLabel('想问什么？用自己的话说').fill(words)
  if (who) await phone.getByLabel('姓名').fill(who.name)
  if (who?.village) await phone.getByLabel('哪个村').selectOption(who.village)
  await phone.getByRole('button', { name: '发给派出所' }).click()
  const card = phone.getByRole('status').filter({ hasText: '您的编号' })
  const number = (await card.textContent())?.match(/\d{6}-\d{4,}/)?.[0]
  if (!number) throw new Error('there is no number on the page')
  return number
}

/** From the number on to the talk itself. */
export async function openTalk(phone: Page): Promise<void> {
  await phone.getByRole('link', { name: '看这件事' }).click()
  await phone.getByLabel('接着写').waitFor()
}

/** Speaks into the phone in an open talk, for so long, and sends it. */
export async function speak(phone: Page, ms: number): Promise<void> {
  await phone.getByRole('button', { name: '说话' }).click()
  const recording = phone.getByRole('button', { pressed: true })
  await recording.waitFor()
  await phone.waitForTimeout(ms)
  await recording.click()
  await phone.getByText(/^录音 \d 秒/).waitFor()
  const sent = phone.waitForResponse((answer) => answer.url().endsWith('/messages') && answer.ok())
  await phone.getByRole('button', { name: '发送' }).click()
  await sent
}

/** On a page with the times of a service: takes the first day that has any, and one of its times. Returns the button's words. */
export async function chooseTime(phone: Page, pick: 'first' | 'last' = 'first'): Promise<string> {
  const days = phone.getByRole('button', { name: /可约 \d+ 个/ })
  const later = phone.getByRole('button', { name: '看后面的日子' })
  await days.or(later).first().waitFor()
  // Around the long holidays a week has no open day.
  if ((await days.count()) === 0) await later.click()
  await days.first().click()
  const times = phone.getByRole('button', { name: /^\d\d:\d\d$/ })
  await times.first().waitFor()
  const time = pick === 'first' ? times.first() : times.last()
  const words = (await time.textContent()) ?? ''
  await time.click()
  return words
}

/** Names who comes and books what is chosen. Returns the appointment's number. */
export async function confirmBooking(phone: Page, who: { name: string; phone: string }): Promise<string> {
  await phone.getByLabel('姓名').fill(who.name)
  await phone.getByLabel('手机号').fill(who.phone)
  await phone.getByRole('button', { name: /^约 / }).click()
  await phone.getByRole('heading', { name: '约好了' }).waitFor()
  const number = (await phone.getByText('预约号').textContent())?.match(/\d{6}-\d{4,}/)?.[0]
  if (!number) throw new Error('the booking has no number')
  return number
}

/** The verdict at the end of a matter. */
export async function rate(
  phone: Page,
  verdict: '有帮助' | '没帮助' | '我有异议',
  words = '',
): Promise<void> {
  await phone.getByRole('button', { name: verdict }).click()
  if (words) await phone.getByLabel('想说的话（可以不写）').fill(words)
  await phone.getByRole('button', { name: '确定' }).click()
}

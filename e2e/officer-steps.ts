import type { Locator, Page } from 'playwright-core'

/** Opens a conversation from the list by the name or number on it. */
export async function openConversation(page: Page, words: string): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(words) })
    .first()
    .click()
  await page.getByRole('log').waitFor()
}

/** Writes an answer in the open conversation and sends it. */
export async function answer(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: '回复居民' }).fill(words)
  await page.getByRole('button', { name: '发送' }).click()
  await page.getByRole('log').getByText(words).waitFor()
}

/** Chooses an entry of a select by its label and the entry's words. */
export async function choose(page: Page | Locator, label: string, words: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label })
  await field.click()
  await field.fill(words)
  const owner = 'page' in page ? page.page() : page
  await owner.locator('.ant-select-dropdown:visible').getByText(words, { exact: true }).click()
}

/** The dialog that is open, by its title. */
export function dialogOf(page: Page, title: string | RegExp): Locator {
  return page.getByRole('dialog', { name: title })
}

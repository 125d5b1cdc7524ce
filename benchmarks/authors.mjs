import { chromium } from 'playwright-core'

const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-renderer-backgrounding']

/** Two signed-in people in two browser contexts, both in the same new post. */
export async function twoAuthors({ origin, setup }) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args })
  const [first, second] = [await page(browser), await page(browser)]
  await first.goto(setup)
  await join(first, 'Ada')
  await first.getByRole('button', { name: 'New post' }).click()
  await first.getByRole('textbox', { name: 'Title' }).fill('A measured post')
  await first.getByRole('button', { name: 'Create' }).click()
  await source(first).waitFor()
  await first.getByRole('button', { name: 'Share' }).click()
  await first.getByRole('button', { name: 'Create invitation link' }).click()
  const link = await first.getByRole('textbox', { name: 'Invitation link' }).inputValue()
  await first.getByRole('button', { name: 'Close' }).click()
  await second.goto(new URL(link, origin).href)
  await join(second, 'Ben')
  await source(second).waitFor()
  return { first, second, close: () => browser.close() }
}

async function page(browser) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 } })
  return context.newPage()
}

async function join(page, name) {
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByLabel('Password').fill(`the long password of ${name}`)
  await page.getByRole('button', { name: 'Create account' }).click()
}

export const source = (page) => page.getByRole('textbox', { name: 'Source' })

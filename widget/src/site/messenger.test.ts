import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readLaunch } from './messenger.ts'

const initData = 'user=%7B%22id%22%3A1%7D&auth_date=1&hash=abc'
const theme = { bg_color: '#17212b', text_color: '#f5f5f5', button_color: 'url(https://evil)' }
const inTelegram = `#${new URLSearchParams({
  tgWebAppData: initData,
  tgWebAppVersion: '8.0',
  tgWebAppThemeParams: JSON.stringify(theme),
}).toString()}`
const inMax = `#${new URLSearchParams({
  WebAppData: initData,
  WebAppPlatform: 'ios',
  WebAppVersion: '25.9.16',
}).toString()}`

function storage() {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  }
}

test('the launch is read from the address as Telegram wrote it; only colours are taken for colours', () => {
  assert.equal(readLaunch(inTelegram, storage()), {
    messenger: 'telegram',
    initData,
    themeParams: { bg_color: '#17212b', text_color: '#f5f5f5' },
  })
})

test('MAX writes the same under names of its own', () => {
  assert.equal(readLaunch(inMax, storage()), { messenger: 'max', initData, themeParams: {} })
})

test('a reload without the hash is still the Mini App, and any other page is none', () => {
  for (const hash of [inTelegram, inMax]) {
    const tab = storage()
    const launch = readLaunch(hash, tab)
    assert.equal(readLaunch('#places', tab), launch)
  }
  assert.is(readLaunch('#places', storage()), null)
  assert.is(readLaunch('', storage()), null)
})

test('a tab that is launched in another messenger is of that one', () => {
  const tab = storage()
  readLaunch(inTelegram, tab)
  assert.is(readLaunch(inMax, tab)?.messenger, 'max')
})

test.run()

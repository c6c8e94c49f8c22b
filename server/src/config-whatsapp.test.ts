import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readConfig } from './config.ts'

const right = {
  WHATSAPP_PHONE_ID: '106540352242922',
  WHATSAPP_TOKEN: 'EAAG',
  WHATSAPP_TEMPLATE: 'visit_1',
}
const read = (environment: Record<string, string>) =>
  readConfig({ DATABASE_URL: 'postgres://x/y', ...environment }).whatsapp

test('WhatsApp is there when it has a number, a token and a template', () => {
  assert.is(read({}), null)
  assert.equal(read({ ...right, WHATSAPP_API_ROOT: 'http://127.0.0.1:1/v23.0/' }), {
    apiRoot: 'http://127.0.0.1:1/v23.0',
    phoneId: '106540352242922',
    token: 'EAAG',
    template: 'visit_1',
    webhook: null,
  })
  const both = { WHATSAPP_APP_SECRET: 'secret', WHATSAPP_VERIFY_TOKEN: 'word' }
  assert.equal(read({ ...right, ...both })?.webhook, { appSecret: 'secret', verifyToken: 'word' })
  assert.match(read(right)?.apiRoot ?? '', /^https:\/\/graph\.facebook\.com\/v\d+\.0$/)
})

const wrong: [Record<string, string>, RegExp][] = [
  [{ WHATSAPP_TOKEN: 'EAAG' }, /^WHATSAPP_PHONE_ID must be set too/],
  [{ ...right, WHATSAPP_TOKEN: '' }, /^WHATSAPP_TOKEN must be set too/],
  [{ ...right, WHATSAPP_PHONE_ID: '+7 916' }, /^WHATSAPP_PHONE_ID must be/],
  [{ ...right, WHATSAPP_TEMPLATE: 'Visit' }, /^WHATSAPP_TEMPLATE must be/],
  [{ ...right, WHATSAPP_APP_SECRET: 'secret' }, /^WHATSAPP_APP_SECRET and WHATSAPP_VERIFY_TOKEN/],
  [{ ...right, WHATSAPP_API_ROOT: 'graph' }, /^WHATSAPP_API_ROOT must be/],
]
for (const [environment, line] of wrong)
  test(`a wrong setting is one line: ${String(line)}`, () => {
    assert.throws(() => read(environment), line)
  })

test.run()

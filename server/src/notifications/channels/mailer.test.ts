import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openMailbox } from '../../identity/test/mailbox.ts'
import { sendLetter } from './mailer.ts'
import { SmtpTrouble } from './smtp-connection.ts'

const message = { to: 'anna@clients.test', subject: 'Тема', text: 'Здравствуйте, Анна' }
const mailFrom = 'Zapis <no-reply@zapis.test>'

async function failureOf(smtpUrl: string | undefined): Promise<SmtpTrouble> {
  try {
    await sendLetter({ smtpUrl, mailFrom }, message)
  } catch (error) {
    if (error instanceof SmtpTrouble) return error
    throw error
  }
  throw new Error('it was sent')
}

test('a letter arrives as it was written', async () => {
  const mailbox = await openMailbox()
  try {
    await sendLetter({ smtpUrl: mailbox.url, mailFrom }, message)
    const letter = await mailbox.next()
    assert.is(letter.to, message.to)
    assert.match(letter.text, message.text)
  } finally {
    await mailbox.close()
  }
})

test('a refused letter tells the server’s code and nothing of the letter', async () => {
  const mailbox = await openMailbox('550 no such user anna@clients.test')
  try {
    const failure = await failureOf(mailbox.url)
    assert.is(failure.status, 550)
    assert.not.match(`${failure.message} ${failure.stack}`, /anna/)
  } finally {
    await mailbox.close()
  }
})

test('a server that is not there is a failure without a status', async () => {
  const mailbox = await openMailbox()
  await mailbox.close()
  assert.is((await failureOf(mailbox.url)).status, undefined)
  assert.is((await failureOf(undefined)).status, undefined)
})

test.run()

import { createHash } from 'node:crypto'
import { Fault } from '../../fault.ts'
import type { Order, Provider, Truth } from './provider.ts'

/** Nobody's money: its payments are paid by a button on our own page, and what it would remember is our row. */
export function demoProvider(): Provider {
  return {
    name: 'demo',
    create: async (order) => truthOf(order),
    // The button is its only word, and that is heard when it is pressed.
    fetch: async () => null,
    close: async () => null,
    refund: async ({ key }) => ({
      providerId: invented('refund', key),
      status: 'succeeded',
      error: null,
    }),
    parseWebhook() {
      throw new Fault('signature_invalid')
    },
    list: null,
    receipts: {
      register: async ({ key }) => ({
        providerId: invented('receipt', key),
        status: 'registered',
        fiscalNumber: `DEMO-${number(key)}`,
        error: null,
      }),
      fetch: async (providerId) => ({
        providerId,
        status: 'registered',
        fiscalNumber: `DEMO-${number(providerId)}`,
        error: null,
      }),
    },
  }
}

export function demoId(code: string): string {
  return `demo_${code}`
}

function truthOf({ code, amount, currency }: Order): Truth {
  return {
    providerId: demoId(code),
    ...{ amount, currency, code },
    status: 'pending',
    refunded: 0,
    url: null,
    error: null,
    createdAt: new Date(),
  }
}

/** The same for every try. */
function invented(kind: string, key: string): string {
  return `demo_${kind}_${hash(key).toString('base64url').slice(0, 22)}`
}

function number(key: string): string {
  return String(hash(key).readUIntBE(0, 6)).padStart(15, '0')
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

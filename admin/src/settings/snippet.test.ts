import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { previewOf, snippetOf, type Embedded } from './snippet.ts'

const embedded: Embedded = {
  element: 'booking-widget',
  key: 'pk_1',
  attributes: { service: '7', theme: 'dark' },
  styles: { '--bw-accent': '#0a6e5c' },
}

test('the snippet is a style that keeps room and has the colours, the script, and the element as it is set up', () => {
  assert.is(
    snippetOf(embedded, 'https://zapis.example'),
    `<style>booking-widget:not(:defined) { display: block; min-height: clamp(640px, 100svh - 80px, 820px) } booking-widget { --bw-accent: #0a6e5c }</style>
<script type="module" src="https://zapis.example/widget/booking-widget.js"></script>
<booking-widget api-key="pk_1" service="7" theme="dark"></booking-widget>`,
  )
})

test('an account has no service, and what was typed cannot leave its attribute', () => {
  const account = { ...embedded, element: 'booking-account', key: 'pk_"><b>', styles: {} } as const
  const [, , line] = snippetOf(account, 'https://zapis.example').split('\n')
  assert.is(line, '<booking-account api-key="pk_&quot;><b>" theme="dark"></booking-account>')
  assert.not.match(previewOf(account), 'service')
})

test.run()

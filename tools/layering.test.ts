import { existsSync } from 'node:fs'
import path from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { parseSource, readSources, root } from './imports.ts'
import * as layers from './layers.ts'

const sources = readSources(layers.folders.filter((folder) => existsSync(path.join(root, folder))))

function objections(from: string, code: string): string[] {
  return parseSource(from, code).imports.flatMap((edge) => layers.objection(edge) ?? [])
}

/** One a line; the comparison of uvu draws over long ones. */
function assertNone(found: string[]): void {
  if (found.length > 0) throw new Error(found.join('\n    '))
}

test('every import follows the arrows of the design', () => {
  const wrong = sources.flatMap(({ imports }) =>
    imports.flatMap((edge) => {
      const why = layers.objection(edge)
      return why ? [`${edge.from}:${edge.line} imports ${edge.to}: ${why}`] : []
    }),
  )
  assertNone(wrong)
})

test('an import of one of our files names a file that exists', () => {
  const missing = sources.flatMap(({ imports }) =>
    imports
      .filter(({ to }) => layers.folders.some((folder) => to.startsWith(`${folder}/`)))
      .filter(({ to }) => !existsSync(path.join(root, to)))
      .map(({ from, line, to }) => `${from}:${line} ${to}`),
  )
  assertNone(missing)
})

test('no file loads itself by way of others', () => {
  assertNone(layers.findCycle(sources) ?? [])
})

test('pure files and all that they load know no I/O, no clock and no chance', () => {
  const impure = layers
    .pureSources(sources)
    .flatMap((source) => layers.impurities(source).map((at) => `${source.path}:${at}`))
  assertNone(impure)
})

test('what a noun knows of http loads nothing', () => {
  const loads = sources
    .filter((source) => layers.filesForNouns.includes(source.path))
    .flatMap(({ imports }) => imports.filter(({ typeOnly }) => !typeOnly))
  assertNone(loads.map(({ from, to }) => `${from} loads ${to}`))
})

test('every file that is listed as pure exists', () => {
  const missing = layers.pureFiles.filter((file) => !existsSync(path.join(root, file)))
  assertNone(missing)
})

test('every test file runs every suite it declares', () => {
  const tests = sources.filter((source) => source.path.endsWith('.test.ts'))
  const idle = tests.flatMap((source) =>
    layers.suitesNotRun(source).map((name) => `${source.path}: ${name}`),
  )
  assertNone(idle)
})

test('the rules see what they forbid', () => {
  const from = 'server/src/appointments/confirm.ts'
  assert.is(objections(from, "import type { Call } from '../http/call.ts'").length, 0)
  assert.is(objections(from, "import { mount } from '../http/mount.ts'").length, 1)
  assert.is(objections(from, "import { Client } from '@zapis/sdk'").length, 1)
  assert.is(objections(from, "import { codes } from '@zapis/sdk/contract'").length, 0)
  assert.is(objections(from, "export { x } from '../wallets/handlers.ts'").length, 1)
  assert.is(objections('server/src/http/mount.ts', "await import('../clients/rows.ts')").length, 1)
  assert.is(
    objections('server/src/db/pool.ts', "type R = import('../clients/rows.ts').R").length,
    1,
  )
  assert.is(objections('sdk/src/index.ts', "import '../../server/src/fault.ts'").length, 1)
})

test('impurity is seen through what a pure file loads', () => {
  const price = parseSource('server/src/pricing/price.ts', "import { rate } from './rate.ts'")
  const rate = parseSource('server/src/pricing/rate.ts', "import fs from 'node:fs'; new Date(5)")
  assert.equal(layers.pureSources([price, rate]), [price, rate])
  assert.equal(layers.impurities(rate), ['1: node:fs'])
  const clock = parseSource('a.ts', 'new Date(); new Date(5); Date.now(); Math.random()')
  assert.equal(layers.impurities(clock), ['1: new Date()', '1: Date.now()', '1: Math.random()'])
})

test('a suite without run and a cycle are seen', () => {
  const idle = parseSource('a.test.ts', "import { suite } from 'uvu'; const s = suite('x'); s('y')")
  assert.equal(layers.suitesNotRun(idle), ['s'])
  const a = parseSource('sdk/a.ts', "import './b.ts'")
  const b = parseSource('sdk/b.ts', "import './a.ts'")
  assert.equal(layers.findCycle([a, b]), ['sdk/a.ts', 'sdk/b.ts', 'sdk/a.ts'])
  const typed = parseSource('sdk/b.ts', "import type { A } from './a.ts'")
  assert.is(layers.findCycle([a, typed]), undefined)
})

test.run()

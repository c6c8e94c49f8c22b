import type { Operation, OperationId } from '@zapis/sdk/contract'
import { ask, codeOf, rowsOf, withoutRequestId, type Answer } from './ask.ts'
import { createCredentials, isAllowed, type CallerKind } from './callers.ts'
import { changedTables, createDigest, type Digest } from './digest.ts'
import { entries } from './entries.ts'
import type { TestGround, World } from './ground.ts'
import { inTurns } from './in-turns.ts'
import { requestOf, type Entry } from './request.ts'
import { kinds, strange, unwanted, type Probe } from './strangers.ts'
import { makeWorld } from './world.ts'

export interface Bench {
  /** Everything that the operation does otherwise than the contract declares. */
  check(id: OperationId, operation: Operation): Promise<string[]>
  /** Only what another organization gets or is shown. */
  checkTenants(id: OperationId, operation: Operation): Promise<string[]>
}

export async function createBench(ground: TestGround): Promise<Bench> {
  const { app, server } = ground
  const credentialOf = createCredentials(ground)
  const digestOf = await createDigest(ground.owner)
  const abroad = await makeWorld(ground)
  await makeCredentials(abroad, 'abroad', undefined)
  const abroadAtFirst = await digestOf(abroad.organizationId)

  /** Keys are rows too: they are made before anything is compared. */
  async function makeCredentials(
    world: World,
    from: CallerKind['from'],
    scope: Operation['scope'],
  ): Promise<void> {
    for (const [, caller] of kinds)
      if (caller.from === from) await credentialOf(world, caller, scope)
  }

  async function worldFor(entry: Entry): Promise<World> {
    const world = await makeWorld(ground)
    if (entry.arrange !== undefined) await ground.owner.query(entry.arrange, [world.organizationId])
    return world
  }

  /** With what is held, which stands in no table. */
  async function stateOf(world: World): Promise<Digest> {
    const { organizationId, own, others } = world
    const specialists = [own.specialist, others.specialist]
    const workplaces = [own.workplace, others.workplace]
    const held = await app.ephemeral.holds.touching(organizationId, specialists, workplaces)
    return { ...(await digestOf(organizationId)), holds: JSON.stringify(held) }
  }

  async function refusals(
    operation: Operation,
    world: World,
    probes: readonly Probe[],
  ): Promise<string[]> {
    const before = await stateOf(world)
    const complaints: string[] = []
    await inTurns(probes, async (probe) => {
      const complaint = await tried(operation, world, probe)
      if (complaint !== null) complaints.push(complaint)
    })
    const written = changedTables(before, await stateOf(world))
    if (written.length > 0) complaints.push(`refused calls changed ${written.join()}`)
    return complaints
  }

  async function tried(operation: Operation, world: World, probe: Probe): Promise<string | null> {
    const kind = kinds.find(([name]) => name === probe.caller)?.[1]
    if (kind === undefined) throw new Error(probe.caller)
    const where = kind.from === 'home' ? world : abroad
    const credential = await credentialOf(where, kind, operation.scope)
    const answer = await ask(server.url, probe.request, credential)
    const like = probe.like && (await ask(server.url, probe.like, credential))
    const said = `${probe.caller}, ${probe.what}: ${answer.status} ${codeOf(answer)}`
    const mark = (kind.from === 'home' ? abroad : world).marks.organization
    if (answer.text.includes(mark)) return `${said} with the other’s rows`
    if (!fits(answer, probe.wanted)) return `${said} instead of ${String(probe.wanted)}`
    if (like && withoutRequestId(like) !== withoutRequestId(answer))
      return `${said}, but ${withoutRequestId(like)} for what is not there: ${answer.text}`
    return null
  }

  async function allowed(id: OperationId, operation: Operation, shared: World): Promise<string[]> {
    const entry = entries[id]
    const complaints: string[] = []
    const these = kinds.filter(
      ([, kind]) =>
        entry.provider === undefined &&
        isAllowed(operation, kind) &&
        (kind.from === 'home' || entry.bearer !== undefined),
    )
    const reads = operation.method === 'GET'
    await inTurns(these, async ([name, kind]) => {
      const world = reads ? shared : await worldFor(entry)
      const home = kind.from === 'home' ? world : abroad
      const credential = await credentialOf(home, kind, operation.scope)
      const request = requestOf(operation, entry, world[kind.has], kind.who)
      const answer = await ask(server.url, request, credential)
      const complaint = flaw(operation, kind, answer, world, abroad)
      if (complaint !== null) complaints.push(`${name}, their own: ${complaint}`)
    })
    return complaints
  }

  async function homeFor(id: OperationId, operation: Operation): Promise<World> {
    const world = await worldFor(entries[id])
    await makeCredentials(world, 'home', operation.scope)
    return world
  }

  async function untouchedAbroad(): Promise<string[]> {
    const changed = changedTables(abroadAtFirst, await digestOf(abroad.organizationId))
    return changed.length > 0 ? [`the other organization’s ${changed.join()} changed`] : []
  }

  return {
    async check(id, operation) {
      const world = await homeFor(id, operation)
      const probes = [
        ...unwanted(operation, entries[id], world),
        ...strange(operation, entries[id], world, abroad),
      ]
      const refused = await refusals(operation, world, probes)
      const done = await allowed(id, operation, world)
      return [...refused, ...done, ...(await untouchedAbroad())]
    },
    async checkTenants(id, operation) {
      const world = await homeFor(id, operation)
      const probes = strange(operation, entries[id], world, abroad)
      const refused = await refusals(operation, world, probes)
      const shown = operation.method === 'GET' ? await allowed(id, operation, world) : []
      return [...refused, ...shown, ...(await untouchedAbroad())]
    },
  }
}

function fits(answer: Answer, wanted: Probe['wanted']): boolean {
  if (typeof wanted === 'object') return wanted.includes(answer.status)
  if (wanted === 'empty') return answer.status === 200 && rowsOf(answer)?.length === 0
  return answer.status === 200
}

/** What is wrong with the answer to a call that is allowed. */
function flaw(
  operation: Operation,
  { who, has }: CallerKind,
  answer: Answer,
  { marks }: World,
  abroad: World,
): string | null {
  const { status, type, text } = answer
  if (status !== operation.status) return `${status} ${text.slice(0, 500)}`
  const media = operation.reply === null ? '' : (operation.media ?? 'application/json')
  if (type !== media) return `${type} instead of ${media}`
  const hidden = [abroad.marks.organization, ...hiddenFrom(who, marks, has)]
  const shown = hidden.find((mark) => text.includes(mark))
  return shown === undefined ? null : `${shown} is in the answer`
}

/** A site sees nobody's personal data, a client and a specialist only what is theirs to see. */
function hiddenFrom(who: CallerKind['who'], marks: World['marks'], has: 'own' | 'others') {
  const theirs = marks[has === 'own' ? 'others' : 'own']
  if (who === 'anyone' || who === 'publishable') return [marks.inner, marks.own, marks.others]
  if (who === 'client') return [marks.inner, theirs]
  return who === 'specialist' ? [theirs] : []
}

import { scopes, type Operation, type Who } from '@zapis/sdk/contract'
import { openSession } from '../../identity/sessions.ts'
import type { Ground, World } from './ground.ts'
import { atFirst } from './people.ts'
import { addKey } from './world.ts'

export interface CallerKind {
  who: Who
  /** Of the clinic that is called upon, or of another. */
  from: 'home' | 'abroad'
  /** Whose things are their own. */
  has: 'own' | 'others'
  lacksScope?: true
}

export const callers = {
  nobody: { who: 'anyone', from: 'home', has: 'own' },
  'the publishable key': { who: 'publishable', from: 'home', has: 'own' },
  'a client': { who: 'client', from: 'home', has: 'own' },
  'another client': { who: 'client', from: 'home', has: 'others' },
  'a specialist': { who: 'specialist', from: 'home', has: 'own' },
  reception: { who: 'reception', from: 'home', has: 'own' },
  'an admin': { who: 'admin', from: 'home', has: 'own' },
  'the owner': { who: 'owner', from: 'home', has: 'own' },
  'a secret key': { who: 'secret', from: 'home', has: 'own' },
  'a secret key without the scope': { who: 'secret', from: 'home', has: 'own', lacksScope: true },
  'another organization’s publishable key': { who: 'publishable', from: 'abroad', has: 'own' },
  'another organization’s owner': { who: 'owner', from: 'abroad', has: 'own' },
  'another organization’s secret key': { who: 'secret', from: 'abroad', has: 'own' },
} as const satisfies Record<string, CallerKind>

export type CallerName = keyof typeof callers

/** As the contract declares it: nobody who is not named gets in. */
export function isAllowed({ who, scope }: Operation, caller: CallerKind): boolean {
  if (who.includes('anyone')) return true
  return who.includes(caller.who) && !(caller.lacksScope && scope !== undefined)
}

/** A key or an access token of this world; each is made once. */
export function createCredentials(
  ground: Ground,
): (world: World, caller: CallerKind, scope: Operation['scope']) => Promise<string | undefined> {
  const made = new WeakMap<World, Map<string, Promise<string>>>()
  return async (world, caller, scope) => {
    if (caller.who === 'anyone') return undefined
    const name = `${caller.who} ${caller.has} ${caller.lacksScope ? (scope ?? '') : ''}`
    const ofWorld = made.get(world) ?? new Map<string, Promise<string>>()
    made.set(world, ofWorld)
    const credential = ofWorld.get(name) ?? make(ground, world, caller, scope)
    ofWorld.set(name, credential)
    return credential
  }
}

async function make(
  ground: Ground,
  world: World,
  { who, has, lacksScope }: CallerKind,
  scope: Operation['scope'],
): Promise<string> {
  const { app } = ground
  const { organizationId, staff } = world
  if (who === 'publishable') return addKey(ground, world, who)
  if (who === 'secret')
    return addKey(ground, world, who, lacksScope ? scopes.filter((each) => each !== scope) : scopes)
  if (who === 'client') {
    const of = { kind: 'client', organizationId, id: world[has].client } as const
    return (await openSession(app, of, atFirst)).access_token
  }
  if (who === 'anyone') throw new Error('nobody has no credential')
  const of = { kind: 'staff', organizationId, id: staff[who] } as const
  const specialist_id = who === 'specialist' ? world.own.specialist : null
  const standing = { session_version: 1, role: who, specialist_id }
  return (await openSession(app, of, standing)).access_token
}

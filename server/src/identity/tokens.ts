import { exportJWK, jwtVerify, SignJWT, type JWK, type JWTPayload } from 'jose'
import type { App } from '../app-context.ts'
import type { Caller, Role } from '../http/call.ts'
import type { Secrets } from '../secrets.ts'
import { readSession, subjectOf, type SessionOf } from './session-name.ts'

export const accessLifeSeconds = 900

const ALGORITHM = 'EdDSA'
/** RFC 9068: an access token is never taken for another kind of JWT. */
const TYPE = 'at+jwt'
const AUDIENCE = 'zapis'
const CLOCK_SKEW_SECONDS = 10

export type SignedIn = Extract<Caller, { kind: 'staff' | 'client' }>

export interface AccessToken {
  caller: SignedIn
  session: SessionOf
  /** Epoch milliseconds. */
  expiresAt: number
}

export interface Tokens {
  sign(caller: SignedIn): Promise<string>
  /** null for anything but our own access token in its life. */
  verify(token: string): Promise<AccessToken | null>
}

export function createTokens({
  config,
  secrets,
  clock,
}: Pick<App, 'config' | 'secrets' | 'clock'>): Tokens {
  const { privateKey, publicKey, keyId } = secrets.signing
  return {
    sign(caller) {
      const now = Math.floor(clock().getTime() / 1000)
      return new SignJWT(claimsOf(caller))
        .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: keyId })
        .setIssuer(config.publicUrl)
        .setAudience(AUDIENCE)
        .setIssuedAt(now)
        .setExpirationTime(now + accessLifeSeconds)
        .sign(privateKey)
    },
    async verify(token) {
      try {
        const { payload } = await jwtVerify(
          token,
          ({ kid }) => {
            if (kid !== keyId) throw new Error('another key')
            return publicKey
          },
          {
            algorithms: [ALGORITHM],
            issuer: config.publicUrl,
            audience: AUDIENCE,
            typ: TYPE,
            requiredClaims: ['sub', 'org', 'sid', 'exp', 'iat'],
            maxTokenAge: accessLifeSeconds,
            clockTolerance: CLOCK_SKEW_SECONDS,
            currentDate: clock(),
          },
        )
        return read(payload)
      } catch {
        // Whatever is wrong with it, the bearer learns only that it is not accepted.
        return null
      }
    },
  }
}

/** The public half of what signs our tokens, for `/.well-known/jwks.json`. */
export async function jwks({ signing }: Secrets): Promise<{ keys: JWK[] }> {
  const jwk = await exportJWK(signing.publicKey)
  return { keys: [{ ...jwk, kid: signing.keyId, alg: ALGORITHM, use: 'sig' }] }
}

function claimsOf(caller: SignedIn): JWTPayload {
  const { organizationId: org, sessionId: sid } = caller
  if (caller.kind === 'client') {
    return { sub: subjectOf({ kind: 'client', id: caller.clientId }), org, sid }
  }
  const sub = subjectOf({ kind: 'staff', id: caller.staffId })
  return { sub, org, sid, role: caller.role, spc: caller.specialistId }
}

/** The session’s id, signed with the rest, says whose it is; `sub` and `org` must agree with it. */
function read({ sub, org, sid, role, spc, exp = 0 }: JWTPayload): AccessToken | null {
  const session = typeof sid === 'string' ? readSession(sid) : null
  if (!session || sub !== subjectOf(session) || org !== session.organizationId) return null
  const common = { organizationId: session.organizationId, sessionId: String(sid) }
  const expiresAt = exp * 1000
  if (session.kind === 'client') {
    return { caller: { kind: 'client', clientId: session.id, ...common }, session, expiresAt }
  }
  if (!isRole(role) || !(spc === null || typeof spc === 'number')) return null
  const caller = { kind: 'staff', staffId: session.id, role, specialistId: spc, ...common } as const
  return { caller, session, expiresAt }
}

const roles: readonly string[] = ['owner', 'admin', 'reception', 'specialist'] satisfies Role[]

function isRole(value: unknown): value is Role {
  return typeof value === 'string' && roles.includes(value)
}

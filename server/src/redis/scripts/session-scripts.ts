import { luaScript } from '../lua-script.ts'
import { nowLua } from './now.ts'

/** KEYS of each: the family (hash: subject, generation), the mark of its end (`ended` or `reused`). Both in the session's slot. */

/** Promise: a session that was ended while it began does not begin. ARGV: subject, life in ms. */
export const beginSession = luaScript(/* lua */ `
if redis.call('EXISTS', KEYS[2]) == 1 then return end
redis.call('HSET', KEYS[1], 'subject', ARGV[1], 'generation', 1)
redis.call('PEXPIRE', KEYS[1], ARGV[2])
`)

/**
 * Promise: each generation is succeeded once; whoever comes with it again, at the same moment or later, ends the
 * family and learns 'reused'. ARGV: generation, life in ms, life of the mark in ms. Answers the next generation, 'reused' or 'gone'.
 */
export const rotateSession = luaScript(/* lua */ `
local mark = redis.call('GET', KEYS[2])
if mark then return mark == 'reused' and 'reused' or 'gone' end
local current = redis.call('HGET', KEYS[1], 'generation')
if not current then return 'gone' end
if current ~= ARGV[1] then
  redis.call('DEL', KEYS[1])
  redis.call('SET', KEYS[2], 'reused', 'PX', ARGV[3])
  return 'reused'
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return redis.call('HINCRBY', KEYS[1], 'generation', 1)
`)

/** Promise: it rotates no more, and is known as ended. ARGV: life of the mark in ms. */
export const endSession = luaScript(/* lua */ `
redis.call('DEL', KEYS[1])
redis.call('SET', KEYS[2], 'ended', 'PX', ARGV[1])
`)

/**
 * Promise: the subject's list names the session at least until its end.
 * KEYS: the subject's sessions, a zset by expiry. ARGV: session, life in ms.
 */
export const enrolSession = luaScript(/* lua */ `
${nowLua}
local life = tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
redis.call('ZADD', KEYS[1], 'GT', now + life, ARGV[1])
if redis.call('PTTL', KEYS[1]) < life then redis.call('PEXPIRE', KEYS[1], life) end
`)

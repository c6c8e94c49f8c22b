import { luaScript } from '../lua-script.ts'
import { giveUpLua } from './hold-parts.ts'

/**
 * Promise: afterwards the hold bars nobody. Released, it is known as such until its end; dropped, it is forgotten.
 * An unknown one is marked for `grave` ms, so that a take which is still on its way comes too late.
 *
 * KEYS: the hold. ARGV: at, hold, 'released' or '' (drop), grave in ms or 0. Answers 1 when it was live.
 */
export const giveUpHold = luaScript(/* lua */ `
${giveUpLua}
local live = give_up(ARGV[1], ARGV[2], ARGV[3])
local grave = tonumber(ARGV[4])
if not live and grave > 0 and redis.call('EXISTS', KEYS[1]) == 0 then
  redis.call('HSET', KEYS[1], 'state', 'released')
  redis.call('PEXPIRE', KEYS[1], grave)
end
return live and 1 or 0
`)

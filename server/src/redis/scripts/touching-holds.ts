import { luaScript } from '../lua-script.ts'
import { nowLua } from './now.ts'

/**
 * Promise: every hold of the resources that is live by the store's clock, at one instant; changes nothing.
 * One that has both a specialist and a workplace among them comes twice.
 *
 * KEYS: resources. Answers {member, expires, member, expires, …}.
 */
export const touchingHolds = luaScript(/* lua */ `
${nowLua}
local found = {}
for _, key in ipairs(KEYS) do
  for _, value in ipairs(redis.call('ZRANGEBYSCORE', key, '(' .. string.format('%.0f', now), '+inf', 'WITHSCORES')) do
    found[#found + 1] = value
  end
end
return found
`)

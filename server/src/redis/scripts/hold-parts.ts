/**
 * What the scripts of holds keep, in the one slot of an organization, under `at` = `hold:{organization}:`
 *   id:<hold>      hash: state (live, released) and, while live, member, holder, candidate, workplace, expires
 *   h:<holder>     zset: live hold ids by expiry
 *   s:<id> w:<id>  zset of a specialist, a workplace: `from:to:specialist:workplace:session:hold` by expiry, workplace 0 = none,
 *                  session empty but for a seat of a group session
 * Every key lives as long as the last hold in it.
 *
 * give_up answers whether the hold was live; without a mark it is forgotten. The keys of its resources are known from itself only.
 */
export const giveUpLua = /* lua */ `
local function give_up(at, hold, mark)
  local key = at .. 'id:' .. hold
  local facts = redis.call('HMGET', key, 'state', 'member', 'holder')
  if facts[1] == 'live' then
    local specialist, workplace = string.match(facts[2], '^%d+:%d+:(%d+):(%d+):')
    redis.call('ZREM', at .. 's:' .. specialist, facts[2])
    redis.call('ZREM', at .. 'w:' .. workplace, facts[2])
    redis.call('ZREM', at .. 'h:' .. facts[3], hold)
    redis.call('HSET', key, 'state', mark)
    redis.call('HDEL', key, 'member', 'holder', 'candidate', 'workplace', 'expires')
  end
  if mark == '' then redis.call('DEL', key) end
  return facts[1] == 'live'
end
`

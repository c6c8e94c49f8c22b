import { luaScript } from '../lua-script.ts'
import { giveUpLua } from './hold-parts.ts'
import { nowLua } from './now.ts'

/**
 * Promise: of any number of callers whose candidates overlap on a specialist or a workplace, one at most has a live
 * hold at any instant of the store's clock; of those who want a seat of one session, as many as it has free seats; a refusal changes nothing; a hold that was given up, even before
 * this script heard of it (a take that timed out and ran late), is not taken.
 *
 * KEYS: the hold, its holder, then every resource of the candidates.
 * ARGV: at, hold, holder, limit (-1 = any), life in ms, the hold it replaces or '', candidates as JSON.
 * Answers 'overlap', 'too_many' or {candidate, workplace or 0, expires}.
 */
export const takeHold = luaScript(/* lua */ `
${nowLua}${giveUpLua}
local at, hold, holder, replaces = ARGV[1], ARGV[2], ARGV[3], ARGV[6]
local limit, life = tonumber(ARGV[4]), tonumber(ARGV[5])

local known = redis.call('HMGET', KEYS[1], 'state', 'candidate', 'workplace', 'expires')
if known[1] == 'live' then
  return {tonumber(known[2]), tonumber(known[3]), tonumber(known[4])}
elseif known[1] then
  return 'overlap'
end

local function purge(key) redis.call('ZREMRANGEBYSCORE', key, '-inf', now) end

purge(KEYS[2])
if limit >= 0 then
  local own = redis.call('ZCARD', KEYS[2])
  if replaces ~= '' and redis.call('ZSCORE', KEYS[2], replaces) then own = own - 1 end
  if own >= limit then return 'too_many' end
end

local intervals = {}
local function read(key)
  purge(key)
  local list = {}
  for _, member in ipairs(redis.call('ZRANGE', key, 0, -1)) do
    local from, to, workplace, session, other = string.match(member, '^(%d+):(%d+):%d+:(%d+):([^:]*):(.+)$')
    if other ~= replaces then
      list[#list + 1] = {from = tonumber(from), to = tonumber(to), workplace = tonumber(workplace), session = session}
    end
  end
  return list
end
-- Whether nothing is in the way; and the holds in it that are of the same session, which are not.
local function free(key, wanted)
  intervals[key] = intervals[key] or read(key)
  local session = wanted.seat and wanted.seat.session
  local seated = {}
  for _, other in ipairs(intervals[key]) do
    if other.from < wanted.to and wanted.from < other.to then
      if other.session ~= session then return false end
      seated[#seated + 1] = other
    end
  end
  return true, seated
end
-- Where the others of the session are to be, if it can be there; else the first that is free.
local function free_workplace(wanted, seated)
  if #wanted.workplaceIds == 0 then return 0 end
  for _, other in ipairs(seated) do
    for _, id in ipairs(wanted.workplaceIds) do
      if id == other.workplace and free(at .. 'w:' .. id, wanted) then return id end
    end
  end
  for _, id in ipairs(wanted.workplaceIds) do
    if free(at .. 'w:' .. id, wanted) then return id end
  end
end

local expires = now + life
local function add(key, member)
  redis.call('ZADD', key, expires, member)
  if redis.call('PTTL', key) < life then redis.call('PEXPIREAT', key, expires) end
end

for index, wanted in ipairs(cjson.decode(ARGV[7])) do
  local specialist = at .. 's:' .. wanted.specialistId
  local clear, seated = free(specialist, wanted)
  local full = clear and wanted.seat and #seated >= wanted.seat.free
  local workplace = clear and not full and free_workplace(wanted, seated)
  if workplace then
    if replaces ~= '' then give_up(at, replaces, 'released') end
    local member = string.format('%.0f:%.0f:%d:%d:%s:%s', wanted.from, wanted.to, wanted.specialistId, workplace,
      wanted.seat and wanted.seat.session or '', hold)
    add(specialist, member)
    if workplace > 0 then add(at .. 'w:' .. workplace, member) end
    add(KEYS[2], hold)
    redis.call('HSET', KEYS[1], 'state', 'live', 'member', member, 'holder', holder,
      'candidate', index - 1, 'workplace', workplace, 'expires', string.format('%.0f', expires))
    redis.call('PEXPIREAT', KEYS[1], expires)
    return {index - 1, workplace, expires}
  end
end
return 'overlap'
`)

import { luaScript } from '../lua-script.ts'

/** KEYS of each: the organization's versions, a hash. */

/** Promise: of any number of first readers after a loss all get one and the same new epoch. ARGV: a random epoch, life in ms, fields. Answers the epoch and the fields. */
export const beginVersions = luaScript(/* lua */ `
redis.call('HSETNX', KEYS[1], 'epoch', ARGV[1])
if redis.call('PTTL', KEYS[1]) < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return redis.call('HMGET', KEYS[1], 'epoch', unpack(ARGV, 3))
`)

/** Promise: no reader sees a value of before any more, and the hash neither grows nor lives without bound. ARGV: a unique value, life in ms, how many fields may be kept, fields. */
export const bumpVersions = luaScript(/* lua */ `
if redis.call('HLEN', KEYS[1]) > tonumber(ARGV[3]) then redis.call('DEL', KEYS[1]) end
for index = 4, #ARGV do redis.call('HSET', KEYS[1], ARGV[index], ARGV[1]) end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
`)

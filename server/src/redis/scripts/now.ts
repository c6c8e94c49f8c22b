/** The store's own clock, in ms; it stands still within a script. */
export const nowLua = /* lua */ `
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
`

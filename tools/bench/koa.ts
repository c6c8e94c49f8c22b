/** The measure of all: Koa that greets, and nothing else. */
import Koa from 'koa'

const koa = new Koa()
koa.use((ctx) => {
  ctx.body = { hello: 'world' }
})
koa.listen(Number(process.env.PORT), '127.0.0.1')

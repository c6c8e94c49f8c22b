/** `npm run example book` runs examples/book.ts. */
const [name = ''] = process.argv.slice(2)
await import(new URL(`../examples/${name}.ts`, import.meta.url).href)

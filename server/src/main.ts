import { failToStart, startProcess } from './process.ts'

startProcess().catch(failToStart)

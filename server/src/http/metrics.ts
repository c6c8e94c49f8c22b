import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  registry: Registry
  request(operation: string, status: number, ms: number): void
  /** A number read when somebody asks. */
  gauge(name: string, help: string, read: () => Promise<number> | number): void
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'zapis_request_seconds',
    help: 'Time to answer, by operation.',
    labelNames: ['operation'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  const requests = new Counter({
    name: 'zapis_requests_total',
    help: 'Requests, by operation and status.',
    labelNames: ['operation', 'status'],
    registers: [registry],
  })
  return {
    registry,
    request(operation, status, ms) {
      seconds.observe({ operation }, ms / 1000)
      requests.inc({ operation, status })
    },
    gauge(name, help, read) {
      new Gauge({
        name,
        help,
        registers: [registry],
        async collect() {
          this.set(await read())
        },
      })
    },
  }
}

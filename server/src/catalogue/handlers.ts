import type { App } from '../app-context.ts'
import { read, write, type HandlersOf } from '../http/handler.ts'
import { locations } from './locations.ts'
import { get, list } from './read.ts'
import { servicePackages } from './service-packages.ts'
import { services } from './services.ts'
import { specialists } from './specialists.ts'
import { workplaces } from './workplaces.ts'
import { archive, create, restore, update } from './write.ts'

export function catalogueHandlers(
  app: App,
): HandlersOf<'locations' | 'workplaces' | 'services' | 'servicePackages' | 'specialists'> {
  return {
    'locations.list': read((call, tx) => list(app, locations, call, tx)),
    'locations.get': read((call, tx) => get(app, locations, call, tx)),
    'locations.create': write((call, tx) => create(app, locations, call, tx)),
    'locations.update': write((call, tx) => update(app, locations, call, tx)),
    'locations.archive': write((call, tx) => archive(app, locations, call, tx)),
    'locations.restore': write((call, tx) => restore(app, locations, call, tx)),

    'workplaces.list': read((call, tx) => list(app, workplaces, call, tx)),
    'workplaces.get': read((call, tx) => get(app, workplaces, call, tx)),
    'workplaces.create': write((call, tx) => create(app, workplaces, call, tx)),
    'workplaces.update': write((call, tx) => update(app, workplaces, call, tx)),
    'workplaces.archive': write((call, tx) => archive(app, workplaces, call, tx)),
    'workplaces.restore': write((call, tx) => restore(app, workplaces, call, tx)),

    'services.list': read((call, tx) => list(app, services, call, tx)),
    'services.get': read((call, tx) => get(app, services, call, tx)),
    'services.create': write((call, tx) => create(app, services, call, tx)),
    'services.update': write((call, tx) => update(app, services, call, tx)),
    'services.archive': write((call, tx) => archive(app, services, call, tx)),
    'services.restore': write((call, tx) => restore(app, services, call, tx)),

    'servicePackages.list': read((call, tx) => list(app, servicePackages, call, tx)),
    'servicePackages.get': read((call, tx) => get(app, servicePackages, call, tx)),
    'servicePackages.create': write((call, tx) => create(app, servicePackages, call, tx)),
    'servicePackages.update': write((call, tx) => update(app, servicePackages, call, tx)),
    'servicePackages.archive': write((call, tx) => archive(app, servicePackages, call, tx)),
    'servicePackages.restore': write((call, tx) => restore(app, servicePackages, call, tx)),

    'specialists.list': read((call, tx) => list(app, specialists, call, tx)),
    'specialists.get': read((call, tx) => get(app, specialists, call, tx)),
    'specialists.create': write((call, tx) => create(app, specialists, call, tx)),
    'specialists.update': write((call, tx) => update(app, specialists, call, tx)),
    'specialists.archive': write((call, tx) => archive(app, specialists, call, tx)),
    'specialists.restore': write((call, tx) => restore(app, specialists, call, tx)),
  }
}

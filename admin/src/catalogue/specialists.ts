import type { BookingClient, Service, Specialist } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { html } from 'lit'
import { bodyOf } from '../form/body.ts'
import type { FieldPlan } from '../form/field-plan.ts'
import type { Offer } from './offer-list.ts'
import { fullName, pageOf, pick, sortOf, type Ask, type Noun, type Values } from './noun.ts'
import './offer-list.ts'

const members = [
  'first_name',
  'last_name',
  'iname',
  'title',
  'bio',
  'photo_url',
  'translations',
  'phone',
  'email',
  'birth_date',
]

export const specialists: Noun<Specialist> = {
  id: 'specialists',
  name: 'specialists',
  add: 'addSpecialist',
  none: 'noSpecialists',
  schema: operations.specialists.create.body,
  nameOf: (item) => fullName(item),
  columns: ({ say, panel }) => [
    {
      id: 'name',
      name: say('fullName'),
      sort: 'last_name',
      text: (item) => fullName(item),
      cell: (item) => fullName(item),
    },
    { id: 'title', name: say('title'), cell: ({ title }) => title },
    {
      id: 'locations',
      name: say('locations'),
      isExtra: true,
      cell: ({ location_ids }) =>
        panel.locations
          .filter(({ id }) => location_ids.includes(id))
          .map(({ name }) => name)
          .join(', '),
    },
    {
      id: 'services',
      name: say('services'),
      align: 'end',
      cell: ({ service_ids }) => service_ids.length,
      isExtra: true,
    },
  ],
  fields: (ask, item) => [...person(ask), ...(item ? [services(ask)] : [])],
  begin: ({ known }, item) =>
    item ? { ...pick(item, members), offers: offersBy(known.services, item.id) } : {},
  filter: {
    name: 'location',
    options: ({ panel }) => panel.locations.map(({ id, name }) => ({ value: id, name })),
  },
  list: (api, listed) =>
    api.specialists.list({
      ...pageOf(listed),
      ...sortOf(listed, ['last_name', '-last_name']),
      ...(listed.filter ? { location_id: Number(listed.filter) } : {}),
    }),
  get: (api, id) => api.specialists.get(id),
  async save({ ask: { panel, known }, item, values, changes }) {
    if (!item) return panel.api.specialists.create(bodyOf('specialists.create', values))
    const { offers, ...own } = changes
    // First what belongs to others: a refusal there leaves the card’s own version as it was.
    if (Array.isArray(offers)) await putOffers(panel.api, item.id, known.services, offers)
    if (!hasAny(own)) return panel.api.specialists.get(item.id)
    const body = bodyOf('specialists.update', own)
    return panel.api.specialists.update(item.id, body, { ifMatch: item.version })
  },
  archive: (api, { id, version }) => api.specialists.archive(id, { ifMatch: version }),
  restore: (api, { id, version }) => api.specialists.restore(id, { ifMatch: version }),
  links: ({ id }) => [{ name: 'workingHours', path: `schedule/specialists/${id}` }],
  isContinued: true,
}

const hasAny = (values: Values) => Object.keys(values).length > 0

function person({ say }: Ask): FieldPlan[] {
  return [
    { name: 'last_name', label: say('lastName'), isHalf: true },
    { name: 'first_name', label: say('firstName'), isHalf: true },
    { name: 'iname', label: say('iname'), isHalf: true },
    { name: 'title', label: say('title'), isHalf: true },
    { name: 'bio', label: say('bio'), as: 'long' },
    { name: 'photo_url', label: say('photo'), hint: say('photoHint') },
    { name: 'phone', label: say('phone'), isHalf: true, heading: say('staffOnly') },
    { name: 'email', label: say('email'), isHalf: true },
    { name: 'birth_date', label: say('birthDate'), isHalf: true },
    {
      name: 'translations',
      label: say('translations'),
      as: 'translations',
      of: [
        { name: 'last_name', label: say('lastName') },
        { name: 'first_name', label: say('firstName') },
        { name: 'iname', label: say('iname') },
        { name: 'title', label: say('title') },
        { name: 'bio', label: say('bio'), as: 'long' },
      ],
    },
  ]
}

/** Services are told who does them; here it is seen from the other side. */
function services({ say, known }: Ask): FieldPlan {
  return {
    name: 'offers',
    label: say('services'),
    hint: say('ownPriceHint'),
    heading: say('doesWhat'),
    as: 'own',
    control: ({ value, change }) =>
      html`<offer-list
        .options=${known.services}
        .value=${value}
        @changed=${({ detail }: CustomEvent<readonly Offer[]>) => change(detail)}
      ></offer-list>`,
  }
}

function offersBy(all: readonly Service[], specialistId: number): Offer[] {
  return all.flatMap(({ id, specialists }) => {
    const own = specialists.find(({ specialist_id }) => specialist_id === specialistId)
    if (!own) return []
    return [{ id, price: own.price ?? null, duration_min: own.duration_min ?? null }]
  })
}

/** Each service that is otherwise than before is told; what was told before a refusal is told again without harm. */
async function putOffers(
  api: BookingClient,
  specialist_id: number,
  all: readonly Service[],
  offers: readonly Offer[],
): Promise<void> {
  const before = offersBy(all, specialist_id)
  for (const { id } of all) {
    const was = before.find((each) => each.id === id)
    const is = offers.find((each) => each.id === id)
    if (JSON.stringify(was) === JSON.stringify(is)) continue
    // As it is now: somebody may have changed who else does it.
    const { specialists, version } = await api.services.get(id)
    const others = specialists.filter((each) => each.specialist_id !== specialist_id)
    const own = is && { specialist_id, price: is.price, duration_min: is.duration_min }
    await api.services.update(
      id,
      { specialists: own ? [...others, own] : others },
      { ifMatch: version },
    )
  }
}

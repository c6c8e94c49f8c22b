/** `import type {} from '@zapis/widget/vue'`: the elements in templates of Vue 3, with their attributes and events. */
import type { DefineComponent } from 'vue'
import type { BookingEvents } from '@zapis/widget'
import type { Elements } from './attributes.d.ts'

type Camel<Name extends string> = Name extends `${infer Head}-${infer Rest}`
  ? `${Head}${Capitalize<Camel<Rest>>}`
  : Name

type VueListeners = {
  [Name in keyof BookingEvents as `on${Capitalize<Camel<Name>>}`]?: (
    event: CustomEvent<BookingEvents[Name]>,
  ) => void
}

/** Templates say `api-key` or `apiKey`: Vue knows props by the second. */
type VueAttributes<Attributes> = {
  [Name in keyof Attributes as Camel<Name & string>]: Attributes[Name]
}

type Components = {
  [Name in keyof Elements]: DefineComponent<VueAttributes<Elements[Name]> & VueListeners>
}

declare module 'vue' {
  interface GlobalComponents extends Components {}
  /** What is put into a slot of an element. */
  interface HTMLAttributes {
    slot?: string
  }
}

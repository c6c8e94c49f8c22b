/** `import type {} from '@zapis/widget/react'`: the elements in JSX of React 19, with their events. */
import type { HTMLAttributes, RefAttributes } from 'react'
import type { Elements, Listeners } from './attributes.d.ts'

type Props = {
  [Name in keyof Elements]: Elements[Name] &
    Listeners &
    Omit<HTMLAttributes<HTMLElement>, keyof Elements[Name]> &
    RefAttributes<HTMLElementTagNameMap[Name]>
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Props {}
  }
}

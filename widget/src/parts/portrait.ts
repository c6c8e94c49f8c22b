import { html } from 'lit'

interface Person {
  first_name: string
  last_name: string
  photo_url: string | null
}

/** A photo over initials, which stay when the photo does not come. */
export function portrait({ first_name, last_name, photo_url }: Person): unknown {
  const gone = ({ target }: Event) => {
    if (target instanceof Element) target.remove()
  }
  const initials = [first_name, last_name].map((name) => /^./u.exec(name)?.[0] ?? '').join('')
  return html`<i class="portrait" part="portrait" aria-hidden="true">
    ${initials}${
      photo_url
        ? html`<img src=${photo_url} alt="" loading="lazy" decoding="async" @error=${gone} />`
        : ''
    }
  </i>`
}

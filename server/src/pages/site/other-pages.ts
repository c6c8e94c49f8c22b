import { siteDocument } from './document.ts'
import { siteTexts } from './texts.ts'

type Locale = 'ru' | 'en'

/** A visit through its link. Which one is in the address alone: the page is the same for all. */
export function managePage(locale: Locale): string {
  const texts = siteTexts[locale]
  return siteDocument({
    locale,
    title: texts.manageTitle,
    manifest: null,
    scripts: ['/widget/site/manage.js'],
    data: { locale },
    body: `<main class="narrow"><h1 class="unseen">${texts.manage}</h1>
<visit-manage locale="${locale}"></visit-manage>
<noscript><p class="plain">${texts.noScript}</p></noscript></main>`,
  })
}

/** Kept by the service worker; the visit is kept by the browser. */
export function offlinePage(locale: Locale): string {
  const texts = siteTexts[locale]
  return siteDocument({
    locale,
    title: texts.offline,
    manifest: null,
    scripts: ['/widget/site/offline.js'],
    data: { locale },
    body: `<main class="narrow"><h1>${texts.offline}</h1>
<p>${texts.offlineText}</p><section id="visit" hidden><h2>${texts.nextVisit}</h2></section>
<p><a class="main" id="again" href="/">${texts.again}</a></p></main>`,
  })
}

export function emptyPage(locale: Locale, what: 'noSite' | 'notFound'): string {
  const texts = siteTexts[locale]
  const text =
    what === 'noSite'
      ? `<p>${texts.noSiteText}</p>`
      : `<p><a class="main" href="/">${texts.home}</a></p>`
  return siteDocument({
    locale,
    title: texts[what],
    manifest: null,
    scripts: [],
    body: `<main class="narrow"><h1>${texts[what]}</h1>${text}</main>`,
  })
}

/**
 * The language that something stands in: its own attribute's, else the page's, else the visitor's. Where the page names no
 * region, dates and money are written as the visitor's own region writes that language.
 */
export function findLanguage(element: Element, wanted: string | undefined): string {
  const around = element.closest('[lang]')?.getAttribute('lang')
  const language = wanted || around || navigator.language
  return navigator.languages.find((each) => each.startsWith(`${language}-`)) ?? language
}

import { FileUp } from 'lucide'
import type { ImportedClient, ImportOutcome } from '@zapis/sdk'
import { html, nothing, type CSSResultGroup } from 'lit'
import { icon } from '../../design/icons.ts'
import { PanelElement } from '../../panel/panel-element.ts'
import type { Panel } from '../../panel/panel.ts'
import { hrefOf } from '../../panel/router.ts'
import { csvOf, download } from '../../words/csv.ts'
import { clientTexts } from '../texts/texts.ts'
import { guess, type ColumnMeaning } from './columns.ts'
import { importSheet } from './import-sheet.ts'
import { linesOf } from './lines.ts'
import { mappingTable } from './mapping-table.ts'
import { errorsOf, outcomeTable } from './outcome-table.ts'
import { readTable, type FileTable } from './read-file.ts'
import { takeOver } from './take.ts'
import '../../parts/page-frame.ts'

type Step = 'file' | 'mapping' | 'checking' | 'preview' | 'importing' | 'done'

/** Clients from a file: what its columns are, what would come of it, and then in parts what did. */
export class ImportPage extends PanelElement {
  static override properties = {
    step: { state: true },
    table: { state: true },
    mapping: { state: true },
    onMatch: { state: true },
    outcomes: { state: true },
    isOnlyBad: { state: true },
    stoppedAt: { state: true },
    problem: { state: true },
  }
  static override styles: CSSResultGroup = [PanelElement.styles, importSheet]

  declare step: Step
  declare table: FileTable | undefined
  declare mapping: readonly (ColumnMeaning | null)[]
  declare onMatch: 'skip' | 'update'
  declare outcomes: readonly ImportOutcome[]
  declare isOnlyBad: boolean
  declare stoppedAt: number | undefined
  declare problem: 'badFile' | 'nothingMapped' | undefined
  #letGo: (() => void) | undefined

  constructor() {
    super()
    this.#begin()
    this.onMatch = 'skip'
  }

  #begin(): void {
    this.step = 'file'
    this.table = undefined
    this.mapping = []
    this.outcomes = []
    this.isOnlyBad = false
    this.stoppedAt = undefined
    this.problem = undefined
  }

  protected override panelChanged(panel: Panel): void {
    this.#letGo ??= panel.guard(() => this.isConnected && this.step === 'importing')
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#letGo?.()
    this.#letGo = undefined
  }

  get #lines(): ImportedClient[] {
    return linesOf(this.table?.rows ?? [], this.mapping)
  }

  protected override content(panel: Panel): unknown {
    const say = clientTexts(panel.language)
    return html`<page-frame heading=${say('importFrom')}>
      <a slot="beside" class="small" href=${hrefOf('clients')}>${say('clients')}</a>
      <div class="steps">${this.#shown(panel)}</div>
    </page-frame>`
  }

  #shown(panel: Panel): unknown {
    switch (this.step) {
      case 'file':
        return this.#file(panel)
      case 'mapping':
        return this.#mapping(panel)
      case 'checking':
      case 'importing':
        return this.#progress(panel)
      case 'preview':
      case 'done':
        return this.#outcome(panel)
    }
  }

  #file({ language }: Panel): unknown {
    const say = clientTexts(language)
    return html`<p class="muted">${say('importText')}</p>
      <label
        class="drop"
        @dragover=${(event: DragEvent) => event.preventDefault()}
        @drop=${(event: DragEvent) => {
          event.preventDefault()
          void this.#read(event.dataTransfer?.files[0])
        }}
      >
        ${icon(FileUp, 28)}
        <input
          class="unseen"
          type="file"
          accept=".csv,.txt,text/csv"
          @change=${({ target }: Event) =>
            target instanceof HTMLInputElement && this.#read(target.files?.[0])}
        />
        <span class="quiet">${say('chooseFile')}</span>
        <span class="muted">${say('dropHere')}</span>
      </label>
      ${this.#said(say)}`
  }

  #said(say: ReturnType<typeof clientTexts>): unknown {
    return this.problem
      ? html`<p class="notice bad" role="alert">${say(this.problem)}</p>`
      : nothing
  }

  async #read(file: File | undefined): Promise<void> {
    if (!file) return
    try {
      const table = await readTable(file)
      this.problem = table.rows.length === 0 ? 'badFile' : undefined
      if (this.problem) return
      this.table = table
      this.mapping = guess(table.headings)
      this.step = 'mapping'
    } catch (error) {
      this.panel.refused(error)
    }
  }

  #mapping({ language }: Panel): unknown {
    const { table } = this
    if (!table) return nothing
    const say = clientTexts(language)
    const choose = (at: number, meaning: ColumnMeaning | null) => {
      this.problem = undefined
      this.mapping = this.mapping.map((each, place) =>
        place === at ? meaning : each === meaning ? null : each,
      )
    }
    return html`<p>
        <strong>${table.name}</strong>
        <span class="muted">${say('fileLines', { count: table.rows.length })}</span>
        <button class="link" @click=${() => this.#begin()}>${say('otherFile')}</button>
      </p>
      ${mappingTable({ table, mapping: this.mapping, language, choose })}
      <fieldset class="stack">
        <legend class="label">${say('onMatch')}</legend>
        ${(['skip', 'update'] as const).map(
          (each) =>
            html`<label class="row"
              ><input
                type="radio"
                name="on-match"
                .checked=${this.onMatch === each}
                @change=${() => (this.onMatch = each)}
              />${say(each)}</label
            >`,
        )}
      </fieldset>
      ${this.#said(say)}
      <footer class="row">
        <button class="main" @click=${() => this.#run('checking')}>${say('preview')}</button>
      </footer>`
  }

  #progress({ language }: Panel): unknown {
    const say = clientTexts(language)
    const total = this.table?.rows.length ?? 0
    const done = this.outcomes.length
    return html`<div class="stack" role="status">
      <h2>${say(this.step === 'checking' ? 'checking' : 'importing')}…</h2>
      <progress aria-label=${say('importing')} max=${total} .value=${done}></progress>
      <p class="muted">${say('progressOf', { done, total })}</p>
    </div>`
  }

  /** Without writing first; then for good, from where it stopped. */
  async #run(step: 'checking' | 'importing', from = 0): Promise<void> {
    if (this.mapping.every((each) => each === null || each === 'notes' || each === 'tags')) {
      this.problem = 'nothingMapped'
      return
    }
    this.step = step
    this.outcomes = this.outcomes.slice(0, from)
    this.stoppedAt = undefined
    try {
      await takeOver(this.panel.api, this.#lines, {
        on_match: this.onMatch,
        dry_run: step === 'checking',
        from,
        done: (outcomes) => (this.outcomes = [...this.outcomes, ...outcomes]),
      })
    } catch (error) {
      this.panel.refused(error)
      if (step === 'checking') this.step = 'mapping'
      else {
        this.stoppedAt = this.outcomes.length
        this.step = 'done'
      }
      return
    }
    this.step = step === 'checking' ? 'preview' : 'done'
  }

  #outcome(panel: Panel): unknown {
    const say = clientTexts(panel.language)
    const count = (wanted: ImportOutcome['outcome']) =>
      this.outcomes.filter(({ outcome }) => outcome === wanted).length
    const isPreview = this.step === 'preview'
    const invalid = count('invalid')
    const useful = count('created') + count('updated')
    return html`<h2>${say(isPreview ? 'wouldBe' : 'result')}</h2>
      <ul class="counts">
        ${(['created', 'updated', 'skipped', 'invalid'] as const).map(
          (each) => html`<li class="tag ${each}">${say(each, { count: count(each) })}</li>`,
        )}
      </ul>
      ${
        this.stoppedAt === undefined
          ? nothing
          : html`<div class="notice bad" role="alert">
              <p>${say('stopped', { line: this.stoppedAt + 2 })}</p>
              <button class="quiet" @click=${() => this.#run('importing', this.stoppedAt)}>
                ${say('goOn')}
              </button>
            </div>`
      }
      ${isPreview && useful === 0 ? html`<p class="notice">${say('nothingToTake')}</p>` : nothing}
      <footer class="row">
        ${
          isPreview
            ? html`<button
                  class="main"
                  aria-disabled=${useful === 0}
                  @click=${() => useful > 0 && this.#run('importing')}
                >
                  ${say('takeOver', { count: useful })}
                </button>
                <button class="quiet" @click=${() => (this.step = 'mapping')}>
                  ${say('back')}
                </button>`
            : html`<a class="main" href=${hrefOf('clients')}>${say('toClients')}</a>
                <button class="quiet" @click=${() => this.#begin()}>${say('otherFile')}</button>`
        }
        ${
          invalid > 0
            ? html`<button class="quiet" @click=${() => this.#saveBad(panel)}>
                ${say('badLines')}
              </button>`
            : nothing
        }
      </footer>
      ${outcomeTable({
        panel,
        lines: this.#lines,
        outcomes: this.outcomes,
        isOnlyBad: this.isOnlyBad,
        choose: (isOnlyBad) => (this.isOnlyBad = isOnlyBad),
      })}`
  }

  /** As they stood in the file, and why not: mended there, they can come again. */
  #saveBad({ language }: Panel): void {
    const say = clientTexts(language)
    const { headings = [], rows = [] } = this.table ?? {}
    const bad = this.outcomes.filter(({ outcome }) => outcome === 'invalid')
    const lines = bad.map((outcome) => [
      ...headings.map((_, at) => rows[outcome.row]?.[at] ?? ''),
      errorsOf(outcome, language),
    ])
    download('clients-to-mend.csv', csvOf([[...headings, say('errors')], ...lines]))
  }
}

customElements.define('import-page', ImportPage)

/** The panel: what the page of every address loads. */
import './shell/panel-app.ts'

import { frameCopy } from './frame.copy'
import { html, type SafeHtml } from './html'
import { elsewhere } from './visit'

/**
 * One page: a question, its answer, one main button; the same frame as the family's app, and no script but the way out. Its name in the
 * browser's history says nothing of what it is.
 */
interface Page {
  body: SafeHtml
  /** What was typed could not be taken. */
  problem?: boolean
  /** Who is here, for "You are here as Gran". */
  hereAs?: string | null
  /** Whom to ring instead. */
  coordinator?: { name: string; phone: string } | null
}

function byPhone({ name, phone }: { name: string; phone: string }): SafeHtml {
  const call = html`<a href="tel:${phone.replaceAll(' ', '')}">${phone}</a>`
  return html`<p class="other-way">${frameCopy.byPhone} <bdi>${name}</bdi>, ${call}</p>`
}

export function frame({ body, problem = false, hereAs, coordinator }: Page): string {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${problem ? `${frameCopy.wrong}: ` : ''}${frameCopy.historyTitle}</title>
        <link rel="stylesheet" href="/look/page.css" />
        <link rel="icon" href="data:," />
        <script type="module" src="/look/leave-form.js"></script>
      </head>
      <body class="roomy">
        <header class="masthead">
          <form method="post" action="/leave" data-elsewhere="${elsewhere}">
            <button class="leave" title="${frameCopy.leaveHint}">${frameCopy.leave}</button>
          </form>
          <a class="skip-link" href="#main">${frameCopy.skip}</a>
          <p>${hereAs ? html`${frameCopy.hereAs} <bdi>${hereAs}</bdi>` : 'Kinplan'}</p>
        </header>
        <main class="page stack" id="main" tabindex="-1">${body} ${coordinator ? byPhone(coordinator) : null}</main>
      </body>
    </html>`.text
}

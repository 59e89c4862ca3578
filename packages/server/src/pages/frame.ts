import { frameCopy } from './frame.copy'
import { html, type SafeHtml } from './html'

/** One page: a question, its answer, one main button; the same frame as the family's app, and no script. */
interface Page {
  title: string
  body: SafeHtml
  /** Who is here, for "You are here as Gran". */
  hereAs?: string | null
  /** Whom to ring instead. */
  coordinator?: { name: string; phone: string } | null
}

function byPhone({ name, phone }: { name: string; phone: string }): SafeHtml {
  const call = html`<a href="tel:${phone.replaceAll(' ', '')}">${phone}</a>`
  return html`<p class="other-way">${frameCopy.byPhone} <bdi>${name}</bdi>, ${call}</p>`
}

export function frame({ title, body, hereAs, coordinator }: Page): string {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · Kinplan</title>
        <link rel="stylesheet" href="/look/page.css" />
        <link rel="icon" href="data:," />
      </head>
      <body class="roomy">
        <a class="skip-link" href="#main">${frameCopy.skip}</a>
        <header class="masthead">
          <p>${hereAs ? html`${frameCopy.hereAs} <bdi>${hereAs}</bdi>` : 'Kinplan'}</p>
          <form method="post" action="/leave"><button class="leave">${frameCopy.leave}</button></form>
        </header>
        <main class="page stack" id="main" tabindex="-1">${body} ${coordinator ? byPhone(coordinator) : null}</main>
      </body>
    </html>`.text
}

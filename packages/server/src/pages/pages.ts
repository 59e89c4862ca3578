import express, { type Express, type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import { join } from 'node:path'
import { parse } from 'graphql'
import { sameOrigin } from '../graphql/loopback'
import { packedFiles, sendPacked } from '../graphql/packed-files'
import { calendarPage } from './calendar'
import { frontPage, chooseWho } from './front'
import { joinPage, leave, tryCode } from './join'
import { replyPage, sendReply } from './reply'
import { reportPage, sendReport } from './report'
import { PageParts, Visit, elsewhere } from './visit'

/** The largest form: five thousand characters of words in any script, percent-encoded. */
const mostFormBytes = 128 * 1024

/**
 * Adds the pages that work without JavaScript: front, join with a code, reply, report on a promise, leave; and the calendar that a worker's
 * own one reads.
 */
export function mountPages(app: Express, parts: PageParts): void {
  const form: RequestHandler[] = [ownForms, express.urlencoded({ extended: false, limit: mostFormBytes })]
  const page =
    (show: (visit: Visit) => Promise<void>): RequestHandler =>
    (request, response) =>
      show(visitOf(parts, request, response))

  const look = join(parts.projectRoot, 'packages', 'ui', 'dist')
  app.use('/look', packedFiles(look, 'public, max-age=3600'), express.static(look, { maxAge: '1h' }))
  app.get('/', page(frontPage))
  app.post('/choose', ...form, page(chooseWho))
  app.get('/p/:token', page(joinPage))
  app.post('/p/:token', ...form, page(tryCode))
  app.get('/reply', page(replyPage))
  app.post('/reply', ...form, page(sendReply))
  app.get('/a/:token', page(reportPage))
  app.post('/a/:token', ...form, page(sendReport))
  app.get(
    '/calendar/:token.ics',
    page((visit) => calendarPage(visit, parts.clock)),
  )
  app.post(
    '/leave',
    ...form,
    page(async (visit) => {
      await leave(visit)
      visit.response.redirect(303, elsewhere)
    }),
  )
}

function visitOf(parts: PageParts, request: Request, response: Response): Visit {
  const body = (request.body ?? {}) as Record<string, unknown>
  return {
    request,
    response,
    field: (name) => (typeof body[name] === 'string' ? body[name] : ''),
    async ask(document, variables) {
      const once = typeof body['once'] === 'string' && /^[\w-]{8,100}$/.test(body['once']) ? body['once'] : null
      const { result, session, device, viewer } = await parts.operate(parse(document.text), variables, {
        session: parts.cookie.of(request),
        device: parts.cookie.deviceOf(request),
        once,
        storyPage: parts.storyPage(request),
      })
      if (session !== null) response.append('Set-Cookie', parts.cookie.line(session))
      if (device !== null) response.append('Set-Cookie', parts.cookie.deviceLine(device))
      if (viewer !== null) parts.met(request, viewer)
      const [error] = result.errors ?? []
      if (error) throw error
      return result.data as never
    },
    send: (text, status = 200) => sendPacked(request, response.status(status).set('Cache-Control', 'no-store').type('html'), text),
  }
}

function ownForms(request: Request, response: Response, next: NextFunction): void {
  if (sameOrigin(request)) next()
  else response.status(403).type('text').send('This form came from another site, so it was not used.')
}

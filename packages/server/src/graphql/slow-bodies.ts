import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { Limits } from './limits'
import { oldestGivesWay } from './oldest-gives-way'

/** A whole request has to be here in this time, in milliseconds: the largest takes half of it on a slow line. */
export const mostMsOfRequest = 120_000
/** Of somebody who was given nothing: what they send is a form of a line or two. */
const mostMsOfStranger = 10_000
/** Requests whose body is not here yet: of one address, and of one session or link. What is sent in earnest is here in a moment. */
const mostBodies = { stranger: 64, given: 16 } as const

interface Body {
  request: Request
  response: Response
}

/** Lets nobody hold requests open by sending their bodies slowly: those of a stranger end soon, and the oldest of too many gives way. */
export function endSlowBodies(limits: Pick<Limits, 'addressOf' | 'givenOf'>): RequestHandler {
  const ofStranger = oldestGivesWay(mostBodies.stranger, giveUp)
  const ofGiven = oldestGivesWay(mostBodies.given, giveUp)
  return (request, response, next: NextFunction) => {
    if (request.headers['transfer-encoding'] === undefined && !(Number(request.headers['content-length'] ?? 0) > 0)) return next()
    const given = limits.givenOf(request)
    const body = { request, response }
    const gone = given === null ? ofStranger(limits.addressOf(request), body) : ofGiven(given, body)
    const timer = given === null ? setTimeout(giveUp, mostMsOfStranger, body) : undefined
    const ended = () => {
      clearTimeout(timer)
      gone()
    }
    request.once('end', ended)
    request.once('close', ended)
    next()
  }
}

function giveUp({ request, response }: Body): void {
  if (!response.headersSent)
    response.status(408).set('Connection', 'close').type('text').send('This took too long to arrive. Please try again.')
  request.socket.destroySoon()
}

import type { Request, Response } from 'express'
import type { Viewer } from '../access/viewer'
import type { TrustedDocument } from '../generated/graphql'
import type { SessionCookie } from '../graphql/cookies'
import type { Operate } from '../graphql/operate'
import type { Clock } from '../platform/clock'

/** What pages are made with. */
export interface PageParts {
  operate: Operate
  cookie: SessionCookie
  projectRoot: string
  clock: Clock
  storyPage(request: Request): boolean
  /** Whose the session is that came with this request. */
  met(request: Request, viewer: Viewer): void
}

/** One visit to one page: asks the door with a document of the manifest, as the visitor. */
export interface Visit {
  request: Request
  response: Response
  /** The form's field as text; '' when it is not there. */
  field(name: string): string
  ask<D, V extends Record<string, unknown>>(document: TrustedDocument<D, V>, variables: V): Promise<D>
  send(page: string, status?: number): Promise<void>
}

/** Somewhere harmless that anybody might be reading. */
export const elsewhere = 'https://www.bbc.co.uk/weather'

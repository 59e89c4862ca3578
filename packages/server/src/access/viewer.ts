/** Who asks: nobody, a worker, or a person of one family; `sessionId` ties them to one browser. */
export type Viewer =
  | { kind: 'nobody' }
  | { kind: 'worker'; id: string; sessionId: string }
  | { kind: 'person'; id: string; familyId: string; sessionId: string }
  /** Holds the token of one promise and nothing else. */
  | { kind: 'holder'; id: string; familyId: string; actionId: string }

/** The id a record names: a worker's or a person's; null for nobody. */
export function viewerId(viewer: Viewer): string | null {
  return viewer.kind === 'nobody' ? null : viewer.id
}

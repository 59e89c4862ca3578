/** Who asks: nobody, a worker, or a person of one family; `sessionId` ties them to one browser. */
export type Viewer = { kind: 'nobody' } | WorkerViewer | PersonViewer | HolderViewer
export type WorkerViewer = { kind: 'worker'; id: string; sessionId: string }
export type PersonViewer = { kind: 'person'; id: string; familyId: string; sessionId: string }
/** Holds the token of one promise and nothing else. */
export type HolderViewer = { kind: 'holder'; id: string; familyId: string; actionId: string }

/** The id a record names: a worker's or a person's; null for nobody. */
export function viewerId(viewer: Viewer): string | null {
  return viewer.kind === 'nobody' ? null : viewer.id
}

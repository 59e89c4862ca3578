import { expect, it } from 'vitest'
import { findPlanted, tryTheEdge, whatIsWrong, type Sizes } from '../checks/edge'

/** Small: what waits and memory are is for the command, on a machine that does nothing else. */
const sizes: Sizes = { documents: 150, subscriptions: 1_000, sockets: 100, bodies: 70, seconds: 3, seed: 7 }

it('executes nothing, breaks at nothing and shows a visitor their pages under attack, and finds each plant', async () => {
  const { figures, complaints } = await tryTheEdge(sizes, 'fromSources')
  expect(complaints).toEqual([])
  const planted = await findPlanted(150, sizes.seed)
  expect(whatIsWrong(figures, planted, sizes, false)).toEqual([])
}, 300_000)

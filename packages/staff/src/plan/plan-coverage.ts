import type { StepOf } from './use-plan'

/** What each step should say, besides help, which not every step needs. */
const saidInStep = ['what', 'who', 'byWhen', 'howWeWillKnow', 'ifItDoesNotWork'] as const
export type SaidInStep = (typeof saidInStep)[number]

/** How far steps answer one thing the plan must make sure of: what is said of all there is to say, and what some step leaves open. */
export function coverageOf(steps: readonly StepOf[]): { filled: number; outOf: number; open: SaidInStep[] } {
  const isSaid = (step: StepOf, name: SaidInStep) => step[name].trim() !== ''
  return {
    filled: steps.reduce((sum, step) => sum + saidInStep.filter((name) => isSaid(step, name)).length, 0),
    outOf: Math.max(1, steps.length) * saidInStep.length,
    open: saidInStep.filter((name) => steps.some((step) => !isSaid(step, name))),
  }
}

import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { todayIn } from '@kinplan/domain/clock/parse-time'
import { Refusal } from '@kinplan/domain/refusal'
import { loadOnce } from '../access/load-once'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted, viewerCan } from '../access/permit'
import { mutationOf, Refused } from '../access/refused.graphql'
import { RightEnum } from '../access/right.graphql'
import { Person } from '../family/family.graphql'
import { showFamily } from '../family/family.resolver'
import {
  ChooseWhoResult,
  EndAccessResult,
  LeaveResult,
  LinkHolder,
  LinkTries,
  MakeSignInLinkResult,
  Me,
  SignInResult,
  StoryPerson,
} from './account.graphql'
import { becomeChosen, endSession, linkTriesOf, openLink, readSelf, readStoryCast, replaceSignInLink, tryCode } from './account.store'
import { endAccess } from './end-access'
import { councilZone } from '../council/council-zone'
import { readCouncil } from '../council/council.store'
import { workerById } from '../worker/worker.store'

async function showMe(op: Operation): Promise<Me> {
  const { worker, person } = await readSelf(op)
  const today = todayIn(person?.zone ?? councilZone, op.now)
  return Object.assign(new Me(), {
    council: await readCouncil(op),
    worker,
    person: person && { ...person, id: op.shownId(person.id) },
    storyPage: op.storyPage,
    today,
  })
}

@Resolver(() => Me)
export class AccountResolver {
  @Query(() => Me)
  async me(@Ctx() op: Operation) {
    await permit(op, 'me:read', { kind: 'none' })
    return showMe(op)
  }

  @FieldResolver(() => [RightEnum], { description: 'Rights over nothing in particular, such as place_manage.' })
  viewerCan(@Ctx() op: Operation) {
    return viewerCan(op, { kind: 'none' })
  }

  @Query(() => [StoryPerson], { nullable: true })
  async storyCast(@Ctx() op: Operation) {
    const granted = await permitted(op, 'story:choose', { kind: 'none' })
    return granted && readStoryCast(granted)
  }

  @Query(() => LinkHolder)
  async linkHolder(@Ctx() op: Operation, @Arg('token', () => String) token: string): Promise<LinkHolder> {
    await permit(op, 'account:signIn', { kind: 'none' })
    const link = await openLink(op, token)
    const waitMs = link?.mayTryFrom ? link.mayTryFrom.getTime() - op.now.getTime() : null
    return {
      open: link !== null,
      coordinator: link && (await workerById(op, link.createdById)),
      waitMinutes: waitMs === null ? null : Math.ceil(waitMs / 60_000),
    }
  }

  @mutationOf(ChooseWhoResult)
  chooseWho(@Ctx() op: Operation, @Arg('id', () => ID) id: string) {
    return mutate(
      op,
      async () => {
        await becomeChosen(await permit(op, 'story:choose', { kind: 'none' }), id)
        return id
      },
      () => ({ me: showMe(op) }),
    )
  }

  @mutationOf(MakeSignInLinkResult)
  makeSignInLink(@Ctx() op: Operation, @Arg('personId', () => ID) personId: string) {
    const make = async () => replaceSignInLink(await permit(op, 'account:makeLink', { kind: 'person', id: personId }))
    let made: Awaited<ReturnType<typeof make>> | null = null
    return mutate(
      op,
      async () => {
        made = await make()
        return personId
      },
      async () => {
        // Sent again after a lost answer: token and code are kept nowhere, so another link takes the place of the one that nobody saw.
        const { token, code } = made ?? (await make())
        return { address: `${op.address}/p/${token}`, spokenCode: code }
      },
    )
  }

  @mutationOf(SignInResult)
  async signIn(@Ctx() op: Operation, @Arg('token', () => String) token: string, @Arg('code', () => String) code: string) {
    await permit(op, 'account:signIn', { kind: 'none' })
    try {
      await tryCode(op, token, code)
      return { me: await showMe(op) }
    } catch (error) {
      if (error instanceof Refusal) return Refused.because(error.code, error.field)
      throw error
    }
  }

  @mutationOf(LeaveResult)
  async leave(@Ctx() op: Operation) {
    await permit(op, 'account:leave', { kind: 'none' })
    await endSession(op)
    return { me: await showMe(op) }
  }

  @mutationOf(EndAccessResult)
  endAccess(@Ctx() op: Operation, @Arg('personId', () => ID) personId: string) {
    return mutate(
      op,
      async () => {
        const granted = await permit(op, 'account:endAccess', { kind: 'person', id: personId })
        await endAccess(granted)
        return granted.familyId
      },
      (id) => ({ family: seen(showFamily(op, id)) }),
    )
  }
}

@Resolver(() => Person)
export class LinkTriesResolver {
  @FieldResolver(() => LinkTries, { nullable: true, description: 'Null without a link, and for those who may make them none.' })
  async linkTries(@Ctx() op: Operation, @Root() person: Person) {
    // Whoever may make one person of a family a link may make it for each: it is decided, and read, once a family.
    const tries = await loadOnce(op, `linkTries/${person.familyId}`, async () => {
      const granted = await permitted(op, 'account:makeLink', { kind: 'person', id: person.id })
      return granted && linkTriesOf(granted)
    })
    return tries?.get(person.id) ?? null
  }
}

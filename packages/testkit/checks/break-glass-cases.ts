import { workers } from '../src/cast'
import { dateFrom } from '../src/story-moments'
import { asking, c, input, refused, type RootFieldCase, type StoryServer } from './field-case'

const { ruth } = workers

/** Reading a family in an emergency. */
export async function* breakGlassCases(server: StoryServer): AsyncGenerator<RootFieldCase> {
  const { at, now, carter } = asking(server)
  yield {
    ...c,
    field: 'breakGlass',
    document: input('breakGlass', 'BreakGlassInput', 'family { id people { name } }'),
    variables: { input: { childName: 'Mia Carter', childBornOn: dateFrom(now, -3200), reason: 'Police ask who may take her tonight.' } },
    held: { input: { childName: 'Mia Carter', childBornOn: dateFrom(now, -3199), reason: 'I would like to know.' } },
    rightful: workers.tessa.id,
    open: true,
  }
  yield {
    ...c,
    field: 'endBreakGlass',
    document: `mutation ($id: ID!) { endBreakGlass(familyId: $id) { ${refused} ... on EndBreakGlassDone { familyId } } }`,
    variables: { id: carter.id },
    rightful: workers.tessa.id,
  }
  const broken = await at<string>(ruth.id, 'family.breakGlass.0.id', 'query ($id: ID!) { family(id: $id) { breakGlass { id } } }', {
    id: carter.id,
  })
  yield {
    ...c,
    field: 'reviewBreakGlass',
    document: input('reviewBreakGlass', 'ReviewBreakGlassInput', 'family { breakGlass { finding reviewWords } }'),
    variables: { input: { id: broken, finding: 'right', words: 'It could not wait.' } },
    rightful: ruth.id,
  }
}

import { createHash, hkdfSync, pbkdf2Sync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { lp } from './bytes'
import { deviceChance } from './chance'
import { answerJoin, offerJoin } from './join-draft'
import { joinByWords } from './join-words'
import { isSpokenWord, newSpokenWords, readSpokenWords, spokenWords, wordsMeant, wordsThatBegin } from './spoken-words'

const slipsApart = (one: string, other: string): boolean => {
  if (Math.abs(one.length - other.length) > 1) return true
  let same = 0
  while (same < one.length && one[same] === other[same]) same++
  const [left, right] = [one.slice(same), other.slice(same)]
  return left.slice(1) !== right.slice(1) && left.slice(1) !== right && left !== right.slice(1)
}

describe('the words for the telephone', () => {
  it('are 2,048, plain, and two slips from each other', () => {
    expect(spokenWords).toHaveLength(2048)
    expect(new Set(spokenWords).size).toBe(2048)
    expect(spokenWords.filter((word) => !/^[a-z]{4,11}$/.test(word))).toEqual([])
    expect(spokenWords).toEqual([...spokenWords].sort())
    expect(slipsApart('table', 'cable')).toBe(false)
    const near = spokenWords.flatMap((one, at) => spokenWords.slice(at + 1).filter((other) => !slipsApart(one, other)))
    expect(near).toEqual([])
  })

  it('have none in them that frightens, blames, or names what meetings are about', () => {
    const never = [
      'abuse ashamed baby blame blood case child court crime cry danger dead death drug drunk enemy father fear fight foster',
      'guilty gun hate hurt judge kill knife mother orphan pain poison police prison risk scar secret shame social steal trap',
      'victim violent weapon worry wound',
    ]
    expect(never.join(' ').split(' ').filter(isSpokenWord)).toEqual([])
  })

  it('stay the same, or phones of two versions would not meet', () => {
    expect(createHash('sha256').update(spokenWords.join(' ')).digest('hex')).toBe(
      '36ba757f84626fe1c8f4b750874528459a6c4e5b8a3062e97119c29091fa2d63',
    )
  })

  it('are drawn evenly, six at a time', () => {
    const drawn = Array.from({ length: 3000 }, () => newSpokenWords(deviceChance))
    expect(drawn.every((words) => words.length === 6 && words.every(isSpokenWord))).toBe(true)
    expect(new Set(drawn.flat()).size).toBeGreaterThan(2000)
    expect(newSpokenWords((length) => new Uint8Array(length).fill(255))).toEqual(Array(6).fill(spokenWords[2047]))
  })

  it('are completed after three letters', () => {
    expect(wordsThatBegin('ki')).toEqual([])
    expect(wordsThatBegin('kin')).toEqual(spokenWords.filter((word) => word.startsWith('kin')))
    const longest = Math.max(...spokenWords.map((word) => wordsThatBegin(word.slice(0, 3)).length))
    expect(longest).toBeLessThanOrEqual(15)
  })

  it.each([
    ['penguin', 'pengiun'],
    ['rainbow', 'rainbo'],
    ['giraffe', 'girafe'],
    ['yoghurt', 'yogurt'],
    ['xylophone', 'zylofone'.replace('z', 'x')],
  ])('are found where a slip was made: %s from %s', (word, typed) => {
    expect(wordsMeant(typed)[0]).toBe(word)
  })

  it('are read in any case, with anything between them', () => {
    expect(readSpokenWords(' Penguin,rainbow\nGiraffe 4. kite – ')).toEqual(['penguin', 'rainbow', 'giraffe', 'kite'])
    expect(wordsMeant('qqqq')).toEqual([])
  })
})

describe('joining by six words', () => {
  const place = { meeting: 'meeting-1', draft: 'draft-1', epoch: 1 }
  const words = ['penguin', 'rainbow', 'giraffe', 'kite', 'teapot', 'violin']

  it('leads to the offer and its secret from the words and the meeting alone', async () => {
    const one = await joinByWords(place.meeting, words)
    expect(await joinByWords(place.meeting, [...words])).toEqual(one)
    const salt = lp('kinplan/1/join', place.meeting)
    const stretched = pbkdf2Sync('penguin rainbow giraffe kite teapot violin', salt, 600_000, 32, 'sha256')
    const part = (purpose: string) => new Uint8Array(hkdfSync('sha256', stretched, '', purpose, 32))
    expect(one.jid).toEqual(part('kinplan/1/join/name').slice(0, 16))
    expect(one.secret).toEqual(part('kinplan/1/join/secret'))
    for (const other of [await joinByWords('meeting-2', words), await joinByWords(place.meeting, words.toReversed())]) {
      expect(other.jid).not.toEqual(one.jid)
      expect(other.secret).not.toEqual(one.secret)
    }
  })

  it('opens to whoever heard them, and to nobody who heard others', async () => {
    const offered = await joinByWords(place.meeting, words)
    const { offer } = await offerJoin({ place, ...offered, key: deviceChance(32), now: 0 }, deviceChance)
    const joining = { place, offer, device: deviceChance(16), member: 'member-2' }
    expect(await answerJoin({ ...joining, ...(await joinByWords(place.meeting, words)) })).toBeDefined()
    const heard = await joinByWords(place.meeting, ['penguin', 'rainbow', 'giraffe', 'kitchen', 'teapot', 'violin'])
    expect(await answerJoin({ ...joining, ...heard, jid: offered.jid })).toBeUndefined()
  })
})

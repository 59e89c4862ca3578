import { beforeAll, describe, expect, it } from 'vitest'
import { type Bytes, fromBase64Url, toBase64Url, utf8 } from './bytes'
import { deviceChance } from './chance'
import { proofHash } from './draft-key'
import { nonceBytes, rescueMessage, rescueSaltBytes, rescueSealedBytes, stretchRounds } from './protocol'
import { rescueKey, sealForRescue, type SealedForRescue } from './rescue-words'
import { isSpokenWord, newSpokenWords } from './spoken-words'

const place = { meeting: 'meeting-1', draft: 'draft-1', epoch: 1 }
const words = ['penguin', 'rainbow', 'giraffe', 'kitchen', 'teapot', 'violin']
const key = deviceChance(32)
let kept: SealedForRescue

beforeAll(async () => {
  kept = await sealForRescue({ place, key, words }, deviceChance)
})

const opened = async (said: readonly string[], sealed = kept.sealed, at = place): Promise<Bytes | undefined> =>
  (await rescueKey(said, kept.salt)).open(sealed, at)

/** One byte of base64url changed. */
function altered(text: string, at: number): string {
  const bytes = fromBase64Url(text)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return toBase64Url(bytes)
}

describe('rescue words', () => {
  it('are six of the list that is said on the telephone, and open what was sealed under them', async () => {
    const drawn = newSpokenWords(deviceChance)
    expect(drawn).toHaveLength(6)
    expect(drawn.every(isSpokenWord)).toBe(true)
    expect(await opened(words)).toEqual(key)
  })

  it('open nothing when one of them is another, or two are swapped', async () => {
    expect(await opened(['penguin', 'rainbow', 'giraffe', 'kitchen', 'teapot', 'violet'])).toBeUndefined()
    expect(await opened(['rainbow', 'penguin', 'giraffe', 'kitchen', 'teapot', 'violin'])).toBeUndefined()
    expect(await opened(words.slice(1))).toBeUndefined()
  })

  it('open nothing that was altered: neither nonce, key nor tag', async () => {
    expect(fromBase64Url(kept.sealed)).toHaveLength(rescueSealedBytes)
    const rescue = await rescueKey(words, kept.salt)
    for (let at = 0; at < rescueSealedBytes; at++) expect(await rescue.open(altered(kept.sealed, at), place)).toBeUndefined()
    expect(await rescue.open('', place)).toBeUndefined()
  })

  it('open what was sealed for this meeting, draft and epoch, and for no other', async () => {
    const rescue = await rescueKey(words, kept.salt)
    for (const other of [{ meeting: 'meeting-2' }, { draft: 'draft-2' }, { epoch: 2 }])
      expect(await rescue.open(kept.sealed, { ...place, ...other })).toBeUndefined()
  })

  it('have a salt of their own each time, and the same words then seal and prove otherwise', async () => {
    const again = await sealForRescue({ place, key, words }, deviceChance)
    expect(fromBase64Url(again.salt)).toHaveLength(rescueSaltBytes)
    expect(again.salt).not.toBe(kept.salt)
    expect(again.proofHash).not.toBe(kept.proofHash)
    expect(await opened(words, again.sealed)).toBeUndefined()
    expect(await (await rescueKey(words, again.salt)).open(again.sealed, place)).toEqual(key)
  })

  it('are proved by what opens nothing: the server keeps its hash', async () => {
    const { wordsProof } = await rescueKey(words, kept.salt)
    expect(toBase64Url(await proofHash(fromBase64Url(wordsProof)))).toBe(kept.proofHash)
    const shown = await crypto.subtle.importKey('raw', fromBase64Url(wordsProof), 'AES-GCM', false, ['decrypt'])
    const sealed = fromBase64Url(kept.sealed)
    const iv = sealed.slice(0, nonceBytes)
    const opening = crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: rescueMessage(place) }, shown, sealed.slice(nonceBytes))
    await expect(opening).rejects.toThrow()
    expect(JSON.stringify(kept)).not.toContain(wordsProof)
  })

  it('are stretched as OWASP asks: the bytes are those of PBKDF2 and HKDF by hand', async () => {
    expect(stretchRounds).toBe(600_000)
    const salt = fromBase64Url(kept.salt)
    const secret = await crypto.subtle.importKey('raw', utf8(words.join(' ')), 'PBKDF2', false, ['deriveKey', 'deriveBits'])
    const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 600_000 }, secret, 256)
    const stretched = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey'])
    const derived = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8('kinplan/1/rescue') }
    const sealing = await crypto.subtle.deriveKey(derived, stretched, { name: 'AES-GCM', length: 256 }, false, ['decrypt'])
    const sealed = fromBase64Url(kept.sealed)
    const lengthed = (text: string) => [...new Uint8Array([0, 0, 0, text.length]), ...utf8(text)]
    const additionalData = new Uint8Array([
      ...lengthed('kinplan/1/rescue'),
      ...lengthed('meeting-1'),
      ...lengthed('draft-1'),
      0,
      0,
      0,
      4,
      0,
      0,
      0,
      1,
    ])
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.slice(0, 12), additionalData }, sealing, sealed.slice(12))
    expect(new Uint8Array(plain)).toEqual(key)
  })
})

/**
 * What abbreviations of the work mean in plain words; British children's social care. Letters mean more than one thing in places: these are
 * the usual ones.
 */
const abbreviations: Readonly<Record<string, string>> = {
  ADHD: 'A brain difference that can make it hard to sit still, wait or focus',
  ASD: 'Autism (many people prefer just "autistic")',
  CAFCASS: 'The people who tell the family court what is best for the child',
  CAMHS: 'NHS help for children’s feelings and mental health',
  CAO: 'A court decision about who a child lives with and who they see',
  CIN: 'A child whose family gets extra help from a social worker',
  CP: 'Work to keep a child safe from serious harm',
  CPP: 'A safety plan that says who will do what to keep a child safe',
  CSC: 'The council team that supports children and families',
  CSE: 'When someone tricks or forces a young person into sexual things',
  DA: 'When someone hurts, scares or controls a partner or family member',
  DLA: 'Money to help with the extra costs of a child’s disability',
  DV: 'When someone hurts a partner or family member',
  EDT: 'Social workers you can ring at night and weekends',
  EH: 'Help for a family before things get harder',
  EHCP: 'A legal plan for extra help at school',
  EHM: 'The part of the council’s computer for early help',
  FC: 'A person who looks after a child in their own home',
  FGC: 'A meeting where your family makes the plan',
  FGDM: 'Any way for a family to get together and make the plan',
  FOC: 'Dad',
  FSW: 'A worker who gives families practical help',
  GP: 'Your family doctor',
  HV: 'A nurse who visits babies and small children',
  ICO: 'A short-term court decision while the judge finds out more',
  ICPC: 'The first meeting to decide if a child needs a safety plan',
  IDVA: 'Someone who helps a person get safe from abuse',
  IRO: 'The person who checks the council keeps its promises to a child in care',
  LA: 'The council',
  LAC: 'A child the council is looking after',
  LADO: 'The person told when a worker may have harmed a child',
  MARAC: 'Workers meeting to keep safe a person in great danger from abuse',
  MASH: 'The front door: where worries about a child are first looked at',
  MGM: 'Mum’s mum',
  MOC: 'Mum',
  NEET: 'Not at school, college or work right now',
  NRF: 'A dad who lives somewhere else',
  PEP: 'A school plan for a child in care',
  PGF: 'Dad’s dad',
  PIP: 'Money to help with the extra costs of disability',
  PLO: 'The steps before and during court when the council is very worried',
  PR: 'The legal right to make big decisions for a child',
  RCPC: 'A meeting to check how a safety plan is going',
  RO: 'A criminal court order to stay away from someone',
  S17: 'The law about helping a child in need',
  S20: 'When parents agree the council can look after a child',
  S47: 'The law about finding out if a child is being seriously hurt',
  SEND: 'Needing extra help to learn, or being disabled',
  SGO: 'A court decision that a relative or friend brings up the child',
  SO: 'A court decision that a social worker must help and check',
}

/** An abbreviation in a text, and what to say instead. */
interface Unexplained {
  abbreviation: string
  plainWords: string
}

/**
 * The known abbreviations of a text that are not explained in it, each once, in order of appearance.
 * Explained is one with words in brackets right behind it, or itself in brackets behind words.
 */
export function unexplainedIn(text: string): Unexplained[] {
  const found = new Map<string, Unexplained>()
  const explained = new Set<string>()
  for (const { 0: word, index } of text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}]+(?![\p{L}\p{N}])/gu)) {
    const plainWords = Object.hasOwn(abbreviations, word) ? abbreviations[word] : undefined
    if (plainWords === undefined) continue
    const isBehindWords = text[index - 1] === '(' && text[index + word.length] === ')'
    const hasWordsBehind = /^ ?\([^)]/.test(text.slice(index + word.length))
    if (isBehindWords || hasWordsBehind) explained.add(word)
    found.set(word, { abbreviation: word, plainWords })
  }
  return [...found.values()].filter(({ abbreviation }) => !explained.has(abbreviation))
}

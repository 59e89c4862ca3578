export const helpWords = {
  title: 'I need help',
  watched: 'This is not watched at night. In danger, ring 999.',
  ring999: 'Ring 999',
  withPages: 'With these pages, or with the meeting',
  answers: (name: string) => `${name} answers.`,
  answersWhen: 'If nobody picks up, leave your name and number. You will be rung back on the next working day.',
  council: (name: string) => `You can also ring ${name}:`,
  worried: 'Somebody is hurting me, or I am worried about a child',
  worriedMore: 'If it cannot wait, ring 999. If you cannot speak, ring 999 from a mobile and press 55 when you hear the voice.',
  childline: 'For children and young people, Childline answers day and night, and it costs nothing: 0800 1111.',
  childlineNumber: '08001111',
  domesticAbuse: 'The National Domestic Abuse Helpline answers day and night, and it costs nothing: 0808 2000 247.',
  domesticAbuseNumber: '08082000247',
  ringChildline: 'Ring Childline',
  ringHelpline: 'Ring the helpline',
}

export const withdrawWords = {
  heading: 'I would rather not take part',
  what: (name: string) =>
    `You can tell ${name}, and nobody else sees it. No page changes, not yours either. ` +
    `${name} gets in touch with you tomorrow, in the way you said is safe.`,
  say: (name: string) => `Tell ${name} quietly`,
  sayAbout: (name: string, meeting: string) => `Tell ${name} quietly: ${meeting}`,
  said: (name: string) => `${name} knows now, and gets in touch with you tomorrow.`,
  saidMore: 'These words are gone when you leave this page.',
}

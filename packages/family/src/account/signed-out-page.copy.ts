export const signedOutWords = {
  title: 'Please open your link again',
  why: 'These pages open only with your own link. Look for the message from your coordinator, and tap the link in it.',
  lost: 'No message, or the link has ended? Ring and ask for a new one:',
  qrCode: 'You pointed your camera at a square. Open your own link first. Then ask to see a new square.',
  workerTitle: 'These pages are for the family',
  worker: (name: string) => `You are here as ${name}. Your own pages are somewhere else.`,
  toStaff: 'Go to the workers’ pages',
  story: 'You are trying the demo story.',
  chooseWho: 'Choose who to be',
  loading: 'Opening your pages …',
  loadingTitle: 'One moment',
  troubleTitle: 'Your pages did not open',
}

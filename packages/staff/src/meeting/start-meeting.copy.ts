export const startWords = {
  start: 'Start a meeting',
  independent: 'The coordinator has to be somebody other than the social worker who asks for the meeting.',
  coordinator: 'Who coordinates it?',
  referrer: 'Which social worker asks for it?',
  children: 'Which children is it about?',
  button: 'Start this meeting',
  noCoordinator: 'Nobody is coordinator of this family yet. A supervisor puts one on first.',
}

import { dayOf, type Words } from '../message/message.copy'

/** What the message to one owner is made from. */
interface ActionMessage {
  name: string
  /** `dueOn` is an ISO date; `address` opens this one promise and nothing else. */
  actions: { text: string; dueOn: string; address: string }[]
  coordinator: { name: string; phone: string }
}

/** All of one person's open promises, each with its own address. It names nobody else. */
export function actionWords({ name, actions, coordinator }: ActionMessage): Words {
  return {
    subject:
      actions.length === 1
        ? 'What has your name beside it in the plan'
        : `${actions.length} things that have your name beside them in the plan`,
    body: [
      `Hello ${name},`,
      '',
      `This is ${coordinator.name}. This is what has your name beside it in the family's plan. Open the link under it to tell ` +
        `me how it is going.`,
      ...actions.flatMap(({ text, dueOn, address }) => ['', `${text}`, `By ${dayOf(dueOn)}`, address]),
      '',
      'You need no code. Each link opens that one thing and nothing else. Anybody who has the link can open it, so please keep ' +
        'it to yourself.',
      '',
      `If something is in the way, say so there, or ring me on ${coordinator.phone}. This is not watched at night. In danger, ring 999.`,
      '',
      coordinator.name,
    ].join('\n'),
  }
}

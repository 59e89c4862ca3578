/** Yjs writes warnings of its own making through lib0/logging, which brings a console painter of 12 KB. Here they are dropped: nothing of a draft belongs in a console. */
export const print = (): void => undefined;
export const warn = (): void => undefined;
export const [BOLD, UNBOLD, ORANGE] = ['', '', ''];

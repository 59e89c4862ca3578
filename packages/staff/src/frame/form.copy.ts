export const formWords = {
  saved: 'Saved.',
  choose: 'Choose…',
  yes: 'Yes',
  no: 'No',
}

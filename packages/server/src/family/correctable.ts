/** Fields whose mistakes can be corrected; what they said before is kept in the record. */
export const correctableFields = ['personName', 'personBornOn', 'whyText', 'bottomLineText'] as const
export type CorrectableField = (typeof correctableFields)[number]

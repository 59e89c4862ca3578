/** The council's own zone, for workers and for those not signed in. */
export const councilZone = 'Europe/London'

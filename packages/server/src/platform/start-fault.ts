/** The server cannot start. The message is one sentence for the person who starts it, and says what to do. */
export class StartFault extends Error {
  override name = 'StartFault'
}

/** A setting is missing or broken. The message is one sentence and says what to do. */
export class SettingFault extends StartFault {
  override name = 'SettingFault'
}

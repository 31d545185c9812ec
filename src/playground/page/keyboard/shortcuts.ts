/** What the help dialog shows: the keys, and what they do. */
export interface ShortcutGroup {
  title: string;
  shortcuts: readonly { keys: string; does: string }[];
}

export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: 'Go somewhere',
    shortcuts: [
      { keys: 'Ctrl+K', does: 'Jump to a channel or person' },
      { keys: 'Alt+↑ / Alt+↓', does: 'Previous or next channel' },
      { keys: 'Alt+Shift+↑ / Alt+Shift+↓', does: 'Previous or next unread channel' },
      { keys: 'F6 / Shift+F6', does: 'Next or previous part of the page' },
      { keys: 'Ctrl+/ or ?', does: 'This list' },
    ],
  },
  {
    title: 'Messages',
    shortcuts: [
      { keys: '↑ / ↓', does: 'Previous or next message' },
      { keys: 'Home / End', does: 'First or last message' },
      { keys: 'T or →', does: 'Open the thread' },
      { keys: 'E', does: 'Edit a message of your own' },
      { keys: 'Delete', does: 'Delete a message of your own' },
      { keys: 'Tab', does: 'Into the buttons of the message' },
      { keys: 'Esc', does: 'Back to the composer, everything is read' },
    ],
  },
  {
    title: 'Write',
    shortcuts: [
      { keys: 'Enter', does: 'Send' },
      { keys: 'Shift+Enter', does: 'New line' },
      { keys: '↑ in an empty field', does: 'Edit your last message' },
      { keys: '/  @  #', does: 'Commands, people, channels' },
      { keys: 'Esc', does: 'Close the list, the thread or the window' },
    ],
  },
];

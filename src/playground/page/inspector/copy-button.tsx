import { Button } from '../controls/button.js';
import { showToast } from '../toasts/toasts.js';

export interface CopyButtonProps {
  /** What the button says. */
  children: string;
  /** Asked for when the button is pressed. */
  text(): string;
}

/** Puts text on the clipboard and says so. */
export function CopyButton({ children, text }: CopyButtonProps) {
  return (
    <Button isSmall onPress={() => copy(text())}>
      {children}
    </Button>
  );
}

/** Puts text on the clipboard and says whether that went well. */
export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ text: 'Copied.' });
  } catch {
    showToast({ tone: 'error', text: 'Not copied: the browser does not let this page write to the clipboard.' });
  }
}

/** As it reads best in an editor. */
export function prettyJson(value: unknown): string {
  return JSON.stringify(value, null, 2) ?? 'null';
}

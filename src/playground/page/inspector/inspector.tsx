export interface InspectorProps {
  open: boolean;
  onClose(): void;
}

/** The drawer that shows what Slack and the bot say to each other, and makes trouble. */
export function Inspector({ open, onClose }: InspectorProps) {
  if (!open) return null;
  return (
    <aside aria-label="Inspector">
      <button type="button" onClick={onClose}>
        Close
      </button>
    </aside>
  );
}

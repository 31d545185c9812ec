import { create } from 'zustand';

export type Theme = 'system' | 'light' | 'dark';

const key = 'theme';
const themes: readonly Theme[] = ['system', 'light', 'dark'];

export const useTheme = create<{ theme: Theme }>(() => ({ theme: stored() }));

/** Shows the page in the colours that were chosen before. Call once, before the first paint. */
export function applyTheme(): void {
  const { theme } = useTheme.getState();
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(key, theme);
  useTheme.setState({ theme });
  applyTheme();
}

function stored(): Theme {
  return themes.find((theme) => theme === localStorage.getItem(key)) ?? 'system';
}

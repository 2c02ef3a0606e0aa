const Key = 'starlift-theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

// A page opened from a file may be refused its storage; then the choice holds for as long as the page is open.
function stored(write) {
  try {
    return write ? localStorage.setItem(Key, write) : localStorage.getItem(Key);
  } catch {
    return null;
  }
}

/** The button that changes between light and dark; until it is pressed, the system decides. */
export function startSwitch(changed) {
  const root = document.documentElement;
  const button = document.getElementById('theme');
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches);
  const show = () => button.setAttribute('aria-pressed', String(isDark()));
  const chosen = stored();
  if (chosen === 'dark' || chosen === 'light') {
    root.dataset.theme = chosen;
  }

  button.hidden = false;
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    stored(root.dataset.theme);
    show();
    changed();
  });
  dark.addEventListener('change', () => {
    show();
    changed();
  });
  show();
}

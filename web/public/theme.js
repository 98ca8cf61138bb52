// Before the first paint, so that neither a chosen theme nor the system's dark one flashes in the other.
{
  let chosen = {}
  try {
    chosen = JSON.parse(localStorage.getItem('counterpoint.settings') ?? '{}')
  } catch {
    // Storage is closed to this page: the system's theme is used.
  }
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const theme = chosen.theme === 'light' || chosen.theme === 'dark' ? chosen.theme : dark ? 'dark' : 'light'
  document.documentElement.dataset.theme = theme
  if (typeof chosen.language === 'string') document.documentElement.lang = chosen.language
}

// Iconify's sets of logos, emoji, files, flags, weather and games, and what to know of each.

export const PICTURE_SETS = {
  // Some marks are black: they need a plate on dark pages.
  logos: { plate: true },
  "token-branded": { plate: true },
  "skill-icons": {},
  "vscode-icons": {},
  "material-icon-theme": {},
  "flat-color-icons": {},
  "icon-park": { plate: true },
  "fluent-emoji-flat": {},
  twemoji: {},
  meteocons: {},
  "circle-flags": {},
  // One colour, which the page gives.
  "game-icons": { ink: true },
};

// A page that wears one of a package's themes, which are style sheets that exclude one another, imported as text.

/** Adds the style sheet, and lays its own ground under the page: a theme's controls are drawn for it. */
export function wear(css, ground = document.body) {
  const { documentElement: html, body, head } = document;
  const style = document.createElement("style");
  // Their fonts and pictures come from elsewhere: a page has its own fonts.
  style.textContent = css
    .replace(/@import url\([^)]*\);|@font-face\s*\{[^}]*\}/g, "")
    .replace(/url\(\/assets\/[^)]*\)/g, "none");
  head.append(style);
  body.classList.remove("page");
  html.style.setProperty("--page-background", getComputedStyle(ground).background);
  html.style.setProperty("--page-color", getComputedStyle(body).color);
  body.classList.add("page");
}

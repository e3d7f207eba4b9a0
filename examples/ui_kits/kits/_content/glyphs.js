// Icon fonts: the letters of their icons, read from their own style sheets.

/**
 * The letters of classes with a prefix, by name, from `content` or a custom property. A letter and not its class goes on the page,
 * so that no class says what a control is called.
 */
export function glyphs(prefix, property = "content") {
  const found = {};
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      const value = rule.style?.getPropertyValue(property);
      if (!value || !rule.selectorText.startsWith(`.${prefix}`)) continue;
      const letter = value.trim().replace(/^["']|["']$/g, "").replace(/^\\([0-9a-f]+)\s?$/i, (_, code) => String.fromCodePoint(parseInt(code, 16)));
      for (const selector of rule.selectorText.split(",")) {
        const name = selector.trim().match(new RegExp(`^\\.${prefix}([\\w-]+)(::?before)?$`))?.[1];
        if (name && [...letter].length === 1) found[name] = letter;
      }
    }
  }
  return found;
}

/** Makes sure that a font is there before the first picture is taken. */
export const fontReady = (font, letter = "\uf000") => document.fonts.load(font, letter);

export const glyph = (letter, size, family, weight = 400) => `<i aria-hidden="true" style="font: ${weight} ${size}px/1 '${family}'; width: ${size}px; text-align: center; font-style: normal; display: inline-block">${letter}</i>`;

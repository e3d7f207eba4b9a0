// An icon of an Iconify set on a page.

let used = 0;

/** Markup of a height, in a colour; its ids become its own, since what is hidden takes the ids of its copies along. */
export function iconify({ svg, ratio }, size, color) {
  const own = svg.includes(' id="') ? svg.replace(/\bid="([^"]+)"|url\(#([^)]+)\)|href="#([^"]+)"/g, (whole, id, url, href) => whole.replace(id ?? url ?? href, `${id ?? url ?? href}-${used}`)) : svg;
  used += own === svg ? 0 : 1;
  return own.replace("<svg ", `<svg width="${Math.round(size * ratio * 10) / 10}" height="${size}" style="display: block; flex: none${color ? `; color: ${color}` : ""}" `);
}

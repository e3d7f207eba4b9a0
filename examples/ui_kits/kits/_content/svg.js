// Svg from data: icons as lists of [tag, attributes], drawings as shapes.

const attributes = (values) => Object.entries(values).map(([name, value]) => ` ${name}="${value}"`).join("");

/** An icon of 24 units from its nodes. */
export const svg = (nodes, size, look) => `<svg aria-hidden="true" width="${size}" height="${size}" viewBox="0 0 24 24" ${look}>${nodes.map(([tag, values]) => `<${tag}${attributes(values)}/>`).join("")}</svg>`;

/** An icon that is one path. */
export const pathIcon = (path, size, fill = "currentColor") => `<svg aria-hidden="true" width="${size}" height="${size}" viewBox="0 0 24 24" fill="${fill}"><path d="${path}"/></svg>`;

/** A drawing of its own size, which shrinks with its column. */
export const drawing = (width, height, content, style = "") => `<svg width="${width}" viewBox="0 0 ${width} ${height}" style="display: block; max-width: 100%; height: auto; ${style}">${content}</svg>`;

/** A picture's address for an svg, for where it must not see the page's styles. */
export const dataUri = (markup) => `data:image/svg+xml,${encodeURIComponent(markup)}`;

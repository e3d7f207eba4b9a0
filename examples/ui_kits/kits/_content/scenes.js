// Drawn pictures that look a little like photographs: skies, hills, seas, towns, tables, leaves, faces, with grain and light.

import { dataUri } from "./svg.js";

const hsl = (h, s, l) => `hsl(${Math.round(h)} ${Math.round(s)}% ${Math.round(l)}%)`;
const between = (s, low, high) => low + s.random.next() * (high - low);

const gradient = (id, from, to, turn = 90) => `<linearGradient id="${id}" gradientTransform="rotate(${turn})"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>`;
const grain = (s, frequency, amount) => `<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="${s.int(2, 4)}" seed="${s.int(1, 999)}"/><feColorMatrix values="0 0 0 0 0.5  0 0 0 0 0.5  0 0 0 0 0.5  ${amount} ${amount} 0 0 ${-amount * 0.75}"/></filter>`;
const texture = (s, hue) => `<filter id="cloud" x="0" y="0" width="100%" height="100%"><feTurbulence type="${s.pick(["fractalNoise", "turbulence"])}" baseFrequency="${between(s, 0.005, 0.05).toFixed(3)} ${between(s, 0.005, 0.05).toFixed(3)}" numOctaves="5" seed="${s.int(1, 999)}"/><feColorMatrix type="hueRotate" values="${hue}"/><feComponentTransfer><feFuncA type="linear" slope="0" intercept="1"/></feComponentTransfer></filter>`;

const ridge = (s, width, height, base, rough, fill) => {
  const points = Array.from({ length: 13 }, (_, i) => `${Math.round((i * width) / 12)},${Math.round(base + between(s, -rough, rough))}`);
  return `<polygon points="0,${height} ${points.join(" ")} ${width},${height}" fill="${fill}"/>`;
};

const SCENES = {
  hills(s, w, h, hue) {
    const sky = gradient("sky", hsl(hue, 60, between(s, 45, 75)), hsl(hue + 40, 70, 88));
    const layers = [0.5, 0.65, 0.8].map((at, i) => ridge(s, w, h, h * at, h * 0.09, hsl(hue + 100 + i * 12, 30 + i * 8, 55 - i * 15))).join("");
    return [sky, `<rect width="${w}" height="${h}" fill="url(#sky)"/><circle cx="${s.int(0, w)}" cy="${h * 0.3}" r="${h * between(s, 0.05, 0.14)}" fill="#fff" fill-opacity="0.85"/>${layers}`];
  },
  sea(s, w, h, hue) {
    const waves = Array.from({ length: 14 }, (_, i) => `<path d="M0 ${h * (0.55 + i * 0.035)}Q${w / 4} ${h * (0.55 + i * 0.035) + s.int(-4, 4)} ${w / 2} ${h * (0.55 + i * 0.035)}T${w} ${h * (0.55 + i * 0.035)}" stroke="#fff" stroke-opacity="${between(s, 0.05, 0.35).toFixed(2)}" fill="none"/>`).join("");
    return [gradient("sky", hsl(hue, 65, 70), hsl(hue + 30, 75, 90)) + gradient("water", hsl(hue + 10, 60, 45), hsl(hue + 20, 70, 20)), `<rect width="${w}" height="${h}" fill="url(#sky)"/><rect y="${h * 0.53}" width="${w}" height="${h}" fill="url(#water)"/>${waves}`];
  },
  town(s, w, h, hue) {
    let [x, houses] = [0, ""];
    while (x < w) {
      const [wide, tall] = [s.int(8, 30), h * between(s, 0.25, 0.8)];
      houses += `<rect x="${x}" y="${Math.round(h - tall)}" width="${wide}" height="${Math.round(tall)}" fill="${hsl(hue + 180, 15, between(s, 15, 45))}"/>`;
      for (let k = 0; k < 8; k++) houses += `<rect x="${x + s.int(1, wide - 3)}" y="${Math.round(h - tall + s.int(3, Math.max(4, Math.round(tall) - 4)))}" width="2" height="3" fill="#ffe9a8" fill-opacity="${s.pick([0.2, 0.9])}"/>`;
      x += wide + s.int(0, 3);
    }
    return [gradient("sky", hsl(hue, 55, 25), hsl(hue + 60, 80, 70)), `<rect width="${w}" height="${h}" fill="url(#sky)"/>${houses}`];
  },
  table(s, w, h, hue) {
    const plates = Array.from({ length: s.int(1, 4) }, () => { const [x, y, r] = [s.int(0, w), s.int(0, h), h * between(s, 0.15, 0.35)]; return `<circle cx="${x + 3}" cy="${y + 4}" r="${r}" fill="#000" fill-opacity="0.3"/><circle cx="${x}" cy="${y}" r="${r}" fill="#f7f5f0"/><circle cx="${x}" cy="${y}" r="${r * 0.7}" fill="${hsl(s.int(0, 90), 65, 45)}"/><circle cx="${x - r * 0.2}" cy="${y - r * 0.1}" r="${r * 0.25}" fill="${hsl(s.int(0, 140), 70, 55)}"/>`; }).join("");
    return [gradient("wood", hsl(25, 40, between(s, 25, 45)), hsl(hue, 25, 55), 20), `<rect width="${w}" height="${h}" fill="url(#wood)"/>${plates}`];
  },
  leaves(s, w, h, hue) {
    const leaves = Array.from({ length: 34 }, () => `<ellipse cx="${s.int(0, w)}" cy="${s.int(0, h)}" rx="${s.int(5, Math.round(h / 3))}" ry="${s.int(3, Math.round(h / 9) + 3)}" transform="rotate(${s.int(0, 180)} ${w / 2} ${h / 2})" fill="${hsl(80 + (hue % 80), between(s, 30, 70), between(s, 12, 55))}"/>`).join("");
    return ["", `<rect width="${w}" height="${h}" fill="#16301a"/>${leaves}`];
  },
  face(s, w, h, hue) {
    const skin = hsl(s.int(15, 35), s.int(30, 60), s.int(28, 80));
    const hair = hsl(s.int(10, 45), s.int(10, 60), s.int(8, 50));
    return [gradient("back", hsl(hue, 30, 75), hsl(hue + 20, 30, 45)), `<rect width="${w}" height="${h}" fill="url(#back)"/><ellipse cx="${w / 2}" cy="${h * 1.1}" rx="${h * 0.48}" ry="${h * 0.38}" fill="${hsl(hue + 150, 45, 40)}"/><rect x="${w / 2 - h * 0.08}" y="${h * 0.55}" width="${h * 0.16}" height="${h * 0.22}" fill="${skin}"/><ellipse cx="${w / 2}" cy="${h * 0.36}" rx="${h * 0.24}" ry="${h * 0.27}" fill="${hair}"/><ellipse cx="${w / 2}" cy="${h * 0.44}" rx="${h * 0.18}" ry="${h * 0.23}" fill="${skin}"/><circle cx="${w / 2 - h * 0.07}" cy="${h * 0.43}" r="${h * 0.017}"/><circle cx="${w / 2 + h * 0.07}" cy="${h * 0.43}" r="${h * 0.017}"/><path d="M${w / 2 - h * 0.06} ${h * 0.55}q${h * 0.06} ${h * 0.04} ${h * 0.12} 0" fill="none" stroke="#7a2f2f" stroke-width="${h * 0.012}"/>`];
  },
  lights: (s, w, h, hue) => ["", `<rect width="${w}" height="${h}" fill="${hsl(hue, 40, 10)}"/>${Array.from({ length: 22 }, () => `<circle cx="${s.int(0, w)}" cy="${s.int(0, h)}" r="${s.int(3, Math.round(h / 5) + 4)}" fill="${hsl(hue + s.int(-40, 60), 85, 65)}" fill-opacity="${between(s, 0.1, 0.55).toFixed(2)}"/>`).join("")}`],
  stuff: (s, w, h, hue) => [texture(s, hue), `<rect width="${w}" height="${h}" filter="url(#cloud)"/>`],
};

/** A picture's address. */
export function scene(s, w, h) {
  const [defs, shapes] = SCENES[s.pick(Object.keys(SCENES))](s, w, h, s.int(0, 359));
  return dataUri(`<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}"><defs>${defs}${grain(s, between(s, 0.5, 1.2).toFixed(2), between(s, 0.3, 1.1).toFixed(2))}</defs>${shapes}<rect width="${w}" height="${h}" filter="url(#grain)"/></svg>`);
}

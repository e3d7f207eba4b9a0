// Things on a page that are no kit's: what a click that misses a toggle may land on. Each returns html.

const icons = ["→", "✎", "⚙", "⌕", "☰", "✉", "⬇", "＋", "⋯", "★", "♥", "✓", "✕", "ⓘ", "⚑", "⟳"];

export const genericControls = {
  heading: (s) => {
    const level = s.int(1, 4);
    return `<h${level}>${s.text("phrase")}</h${level}>`;
  },
  sentence: (s) => `<p>${s.text("sentence")}</p>`,
  paragraph: (s) => `<p style="opacity: ${s.pick([0.65, 0.8, 1])}">${s.text("paragraph")}</p>`,
  link: (s) => `<a href="#${s.id}" style="color: var(--page-accent)">${s.text("phrase")}</a>`,
  icon: (s) => `<span><span aria-hidden="true">${s.pick(icons)}</span> ${s.text("short")}</span>`,
  "menu-item": (s) => `<div role="menuitem" tabindex="0" style="padding: 6px 12px">${s.pick(icons)}&ensp;${s.text("word")}</div>`,
  price: (s) => `<strong style="font-size: ${s.int(10, 20) / 10}em">${s.text("price")}</strong>`,
  code: (s) => `<code>${s.text("code")}</code>`,
  image: (s) => `<img alt="" src="${s.image(s.pick([24, 48, 96, 160]), s.pick([24, 48, 80]))}">`,
  name: (s) => `<span><b>${s.text("name")}</b><br><small>${s.text("email")}</small></span>`,
  date: (s) => `<time>${s.text("date")}, ${s.text("time")}</time>`,
  breadcrumb: (s) => `<nav>${[1, 2, 3].map(() => s.text("word")).join(s.pick([" / ", " › ", " » "]))}</nav>`,
};

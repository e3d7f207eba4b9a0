// Html kits: a control is a string of html, or a DOM node.

export const escaped = true;

export async function mount(kit, env, root, specimens) {
  for (const { host, render } of specimens) {
    try {
      const content = render();
      if (content instanceof Node) host.append(content);
      else host.insertAdjacentHTML("beforeend", content);
    } catch (error) {
      console.error(`${kit.name} ${host.dataset.kind}:`, error);
      host.remove();
    }
  }
}

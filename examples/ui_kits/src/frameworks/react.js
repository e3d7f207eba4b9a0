// React kits: one tree for the page, so that a Provider is mounted once; each control is a portal into its host.

import { Component, createElement, Fragment } from "react";
import { createPortal } from "react-dom";
import { createRoot } from "react-dom/client";

export const escaped = false;

// A control that throws takes only its own host with it.
class Boundary extends Component {
  state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  componentDidCatch(error) {
    console.error(`${this.props.kit.name} ${this.props.host.dataset.kind}:`, error);
    this.props.host.remove();
  }

  render() {
    return this.state.failed ? null : createElement(this.props.render);
  }
}

export async function mount(kit, env, root, specimens) {
  const container = document.createElement("div");
  root.replaceWith(container);
  // The page's own elements lie inside what the Provider renders, so that its classes and CSS variables reach them.
  const Page = createElement("div", { ref: (element) => element?.append(root) });
  const portals = specimens.map(({ host, render }, i) => {
    // A kit's function is itself the component, so that it may use hooks.
    const Specimen = () => render();
    return createPortal(createElement(Boundary, { kit, host, render: Specimen }), host, `specimen-${i}`);
  });
  createRoot(container).render(createElement(kit.Provider ?? Fragment, kit.Provider ? { env } : null, Page, ...portals));
  await new Promise((resolve) => {
    const wait = () => (root.isConnected && specimens.every(({ host }) => !host.isConnected || host.childNodes.length) ? resolve() : setTimeout(wait, 20));
    setTimeout(resolve, 5000);
    wait();
  });
}

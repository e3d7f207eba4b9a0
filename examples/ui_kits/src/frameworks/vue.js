// Vue kits: one app for the page, so that plugins and a Provider are mounted once; each control is teleported into its host.

import { createApp, defineComponent, h, nextTick, onErrorCaptured, ref, Teleport } from "vue";

export const escaped = false;

/** A render function for a component that keeps its own v-model: props.modelValue is where it starts. */
export function stateful(component, props, slots) {
  const value = ref(props.modelValue);
  const update = (next) => (value.value = next);
  return () => h(component, { ...props, modelValue: value.value, "onUpdate:modelValue": update }, slots);
}

export async function mount(kit, env, root, specimens) {
  const container = document.createElement("div");
  root.replaceWith(container);
  const anchor = defineComponent({ render: () => h("div"), mounted() { this.$el.append(root); } });
  // A kit's function is called as a component's setup, so that it may use ref(): it returns a vnode, or a render function.
  const Specimen = defineComponent({
    props: ["specimen"],
    setup({ specimen }) {
      onErrorCaptured((error) => {
        failed(specimen, error);
        return false;
      });
      try {
        const content = specimen.render();
        return typeof content === "function" ? content : () => content;
      } catch (error) {
        failed(specimen, error);
        return () => null;
      }
    },
  });
  const failed = ({ host }, error) => {
    console.error(`${kit.name} ${host.dataset.kind}:`, error);
    host.remove();
  };
  const content = () => [
    h(anchor),
    ...specimens.map((specimen) => h(Teleport, { to: specimen.host }, h(Specimen, { specimen }))),
  ];
  const app = createApp({ render: () => (kit.Provider ? h(kit.Provider, { env }, { default: content }) : content()) });
  await kit.plugin?.(app, env);
  app.mount(container);
  await nextTick();
}

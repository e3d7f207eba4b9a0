import { defineConfig } from "vite";

export default defineConfig({
  base: "./", // it runs in whichever folder of a site it is put
  build: {
    target: "es2022",
    assetsInlineLimit: 0, // the policy of index.html takes no data: addresses
    modulePreload: { polyfill: false },
  },
  worker: { format: "es" },
});

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The web as static files in web/dist. In development the API comes from the server on port 3000. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // light-dark() and CSS nesting stay as written.
    target: ['chrome125', 'firefox128', 'safari18'],
    // Nothing is inlined as data: the page's content policy allows only its own files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The licences of everything that is in the build, fonts included, go with it.
    license: { fileName: 'licences.txt' },
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});

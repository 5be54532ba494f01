const WORKER = '/listening-worker.js';
/** Pages inside an organization only: the worker never sees those of guests or the sign-in. */
const SCOPE = '/o/';
const PREFIX = 'entente-listening-';

/** The built files that this page has loaded; none while the product is being developed. */
function loadedFiles(): string[] {
  const names = performance.getEntriesByType('resource').map((entry) => new URL(entry.name, location.href));
  const own = names.filter((url) => url.origin === location.origin && url.pathname.startsWith('/assets/'));
  return [...new Set(own.map((url) => url.pathname))];
}

/** Keeps what the present screen needs to open again without a connection: its files, and these answers of the server. */
export async function keepScreen(answers: string[]): Promise<void> {
  const files = loadedFiles();
  if (files.length === 0 || !('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register(WORKER, { scope: SCOPE, updateViaCache: 'none' });
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ keep: [...files, ...answers] });
}

/** Throws away what was kept of the server's answers. */
export async function forgetScreens(): Promise<void> {
  if (!('caches' in globalThis)) return;
  const kept = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(kept.map((name) => caches.delete(name)));
}

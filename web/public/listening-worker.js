// Lets the screen of a talk open while there is no connection. It answers only where the network has failed: whatever the server
// says, a new version included, goes through untouched. What it keeps is named by the screen itself, as one set that is replaced whole.
const PREFIX = 'entente-listening-';
const SHELL = '/index.html';
const SCREEN = /^\/o\/[^/]+\/partners\/[^/]+\/listening\/[^/]+\/?$/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const keep = event.data?.keep;
  if (Array.isArray(keep)) event.waitUntil(keepAll(keep));
});

/** All or nothing: a set with a part missing would open to a broken screen. */
async function keepAll(addresses) {
  const name = PREFIX + Date.now();
  try {
    const set = await caches.open(name);
    await set.addAll([SHELL, ...addresses]);
  } catch {
    await caches.delete(name);
    return;
  }
  const others = (await caches.keys()).filter((each) => each.startsWith(PREFIX) && each !== name);
  await Promise.all(others.map((each) => caches.delete(each)));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  const screen = request.mode === 'navigate' && SCREEN.test(pathname);
  const part = request.mode !== 'navigate' && /^\/(assets|api)\//.test(pathname) && !pathname.endsWith('/live');
  if (!screen && !part) return;
  event.respondWith(
    fetch(request).catch(async (error) => {
      const kept = await caches.match(screen ? SHELL : request, { ignoreVary: true });
      if (kept) return kept;
      throw error;
    }),
  );
});

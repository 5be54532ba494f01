import { plainText } from '../../../messages/plain-text.ts';
import { fetchPoints, sendPoint } from './api.ts';
import { deviceStore, type TalkPlace } from './device-store.ts';
import { forgetScreens } from './keep-screen.ts';
import { unsaved } from './point-model.ts';
import { Talk } from './talk.ts';
import { WAITING } from './waiting.ts';
import { closedPages, thisPage } from './this-page.ts';

interface Open {
  talk: Talk;
  close(): void;
}

const store = deviceStore();
const talks = new Map<string, Promise<Open>>();

function remember(waiting: boolean): void {
  try {
    if (waiting) localStorage.setItem(WAITING, '1');
    else localStorage.removeItem(WAITING);
  } catch {
    // Storage is closed: then nothing is sent before the talk is opened again.
  }
}

async function begin(place: TalkPlace): Promise<Open> {
  const { organization, partnership, id } = place;
  const server = {
    send: (point: string, delivery: Parameters<typeof sendPoint>[4]) =>
      sendPoint(organization, partnership, id, point, delivery),
    fetch: () => fetchPoints(organization, partnership, id),
  };
  const talk = new Talk(place, store, server, await thisPage());
  talk.subscribe(() => {
    if (talk.read().unsaved > 0) remember(true);
  });
  await talk.open(closedPages);
  const again = () => talk.refresh();
  const seen = () => {
    if (document.visibilityState === 'visible') talk.refresh();
  };
  addEventListener('online', again);
  document.addEventListener('visibilitychange', seen);
  return {
    talk,
    close() {
      talk.stop();
      removeEventListener('online', again);
      document.removeEventListener('visibilitychange', seen);
    },
  };
}

/** A talk on this device, for as long as the page is open: it goes on sending when its screen is left. */
export async function openTalk(place: TalkPlace): Promise<Talk> {
  const key = `${place.person}:${place.id}`;
  const open = talks.get(key) ?? begin(place);
  talks.set(key, open);
  return (await open).talk;
}

/** Sends what this person wrote on this device in talks of this organization and the server does not have yet. */
export async function sendWaiting(person: string, organization: string): Promise<void> {
  remember(false);
  for (const place of await store.places()) {
    const { points } = await store.read(place.id);
    if (!points.some(unsaved)) continue;
    if (place.person === person && place.organization === organization) await openTalk(place);
    else remember(true);
  }
}

/** Whoever signs out leaves nothing on this device but what is nowhere else. */
export async function forgetSaved(): Promise<void> {
  const open = [...talks.values()];
  talks.clear();
  for (const each of open) (await each).close();
  await forgetScreens();
  for (const { id } of await store.places()) {
    const { points, drafts } = await store.read(id);
    const only = points.some(unsaved) || drafts.some((draft) => plainText(draft.text) !== '');
    if (!only) await store.forget(id);
  }
}

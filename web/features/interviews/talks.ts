import { fetchPoints, sendPoint } from './api.ts';
import { deviceStore, type TalkPlace } from './device-store.ts';
import { Talk } from './talk.ts';
import { closedPages, thisPage } from './this-page.ts';

const store = deviceStore();
const talks = new Map<string, Promise<Talk>>();

async function begin(place: TalkPlace): Promise<Talk> {
  const { organization, partnership, id } = place;
  const server = {
    send: (point: string, delivery: Parameters<typeof sendPoint>[4]) =>
      sendPoint(organization, partnership, id, point, delivery),
    fetch: () => fetchPoints(organization, partnership, id),
  };
  const talk = new Talk(place, store, server, await thisPage());
  await talk.open(closedPages);
  const again = () => talk.refresh();
  const seen = () => document.visibilityState === 'visible' && talk.refresh();
  addEventListener('online', again);
  document.addEventListener('visibilitychange', seen);
  return talk;
}

/** A talk on this device, for as long as the page is open: it goes on sending when its screen is left. */
export function openTalk(place: TalkPlace): Promise<Talk> {
  const key = `${place.person}:${place.id}`;
  const open = talks.get(key) ?? begin(place);
  talks.set(key, open);
  return open;
}

import type { LocalPoint, PointContent } from './point-model.ts';

/** What stands in the note box of one open page, before it is a point. */
export interface NoteDraft extends Pick<PointContent, 'text' | 'tag' | 'certainty' | 'speaker' | 'question'> {
  /** The page it is typed in. */
  id: string;
  talk: string;
}

/** Where a talk belongs: what a point is sent to, and by whom. */
export interface TalkPlace {
  id: string;
  organization: string;
  partnership: string;
  person: string;
}

/** Changes that are written together or not at all. */
export interface Changes {
  place?: TalkPlace;
  points?: LocalPoint[];
  gone?: string[];
  drafts?: NoteDraft[];
  draftsGone?: string[];
}

export interface Kept {
  points: LocalPoint[];
  drafts: NoteDraft[];
}

/** What this device keeps of talks. Every promise resolves when it is really kept. */
export interface DeviceStore {
  read(talk: string): Promise<Kept>;
  places(): Promise<TalkPlace[]>;
  write(changes: Changes): Promise<void>;
  forget(talk: string): Promise<void>;
}

const NAME = 'entente-listening';

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      const database = asked.result;
      database.createObjectStore('talks', { keyPath: 'id' });
      database.createObjectStore('points', { keyPath: 'id' }).createIndex('talk', 'talk');
      database.createObjectStore('drafts', { keyPath: 'id' }).createIndex('talk', 'talk');
    };
    asked.onsuccess = () => {
      // A newer page may want to change the store: let it.
      asked.result.onversionchange = () => asked.result.close();
      resolve(asked.result);
    };
    asked.onerror = () => reject(asked.error ?? new Error('IndexedDB cannot be opened'));
    asked.onblocked = () => reject(new Error('IndexedDB is blocked'));
  });
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB does not answer'));
  });
}

/** Resolves once the browser says that the transaction is on the disk. */
function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB took it back'));
    transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB refused it'));
  });
}

/**
 * The browser's database. `durability: 'strict'` asks for each transaction to be flushed to the disk before it counts as done, so that a
 * browser that is killed, or a device that loses its power, still has every word.
 */
export function deviceStore(): DeviceStore {
  let database: Promise<IDBDatabase> | undefined;
  const open = () => {
    database ??= opened().catch((error: unknown) => {
      database = undefined;
      throw error;
    });
    return database;
  };
  const all = ['talks', 'points', 'drafts'];
  return {
    async read(talk) {
      const reading = (await open()).transaction(all, 'readonly');
      const of = (store: string) => answered(reading.objectStore(store).index('talk').getAll(talk));
      const [points, drafts] = await Promise.all([of('points'), of('drafts')]);
      return { points: points as LocalPoint[], drafts: drafts as NoteDraft[] };
    },
    async places() {
      const reading = (await open()).transaction(all, 'readonly');
      return (await answered(reading.objectStore('talks').getAll())) as TalkPlace[];
    },
    async write({ place, points = [], gone = [], drafts = [], draftsGone = [] }) {
      const writing = (await open()).transaction(all, 'readwrite', { durability: 'strict' });
      if (place) writing.objectStore('talks').put(place);
      for (const point of points) writing.objectStore('points').put(point);
      for (const id of gone) writing.objectStore('points').delete(id);
      for (const id of draftsGone) writing.objectStore('drafts').delete(id);
      for (const draft of drafts) writing.objectStore('drafts').put(draft);
      await committed(writing);
    },
    async forget(talk) {
      const database = await open();
      const { points, drafts } = await this.read(talk);
      const writing = database.transaction(all, 'readwrite', { durability: 'strict' });
      writing.objectStore('talks').delete(talk);
      for (const { id } of points) writing.objectStore('points').delete(id);
      for (const { id } of drafts) writing.objectStore('drafts').delete(id);
      await committed(writing);
    },
  };
}

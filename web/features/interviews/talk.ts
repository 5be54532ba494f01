import { asPoints, LONGEST_POINT, plainText } from '../../../messages/plain-text.ts';
import type { KeptPoint, Point, PutPoint } from '../../../server/features/interviews/schema.ts';
import { Problem } from '../../api/problem.ts';
import type { DeviceStore, NoteDraft, TalkPlace } from './device-store.ts';
import { Keeping } from './keeping.ts';
import { newId } from './new-id.ts';
import {
  changed,
  deliveryOf,
  inOrder,
  lastPlace,
  type LocalPoint,
  merged,
  movedBy,
  newPoint,
  type PointContent,
  taken,
  unsaved,
  waits,
} from './point-model.ts';

/** How the server is reached. */
export interface TalkServer {
  send(point: string, delivery: PutPoint): Promise<KeptPoint>;
  fetch(): Promise<Point[]>;
}

export type Connection = 'unknown' | 'there' | 'gone' | 'signed-out';

/** What a screen shows; each part keeps its identity until it changes. */
export interface TalkState {
  /** What this device keeps was read. */
  ready: boolean;
  /** Heard from the server what it has, at least once since this page is open. */
  heard: boolean;
  points: LocalPoint[];
  draft: NoteDraft;
  unsaved: number;
  refused: number;
  connection: Connection;
  /** This browser keeps what is typed. */
  keeps: boolean;
  /** The last time that words went to another id because another device had changed the point. */
  moved: { from: string; to: string } | undefined;
}

const REST_MS = 500;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 20_000;
const CHANNEL = 'entente-listening';

/** A refusal of this one point: sending it again changes nothing. */
const REFUSALS = new Set(['invalid', 'not_found', 'forbidden', 'conflict', 'too_large', 'gone']);

const emptyDraft = (id: string, talk: string): NoteDraft => ({
  id,
  talk,
  text: '',
  tag: null,
  certainty: 'heard',
  speaker: null,
  question: null,
});

/**
 * One talk on this device: what is typed is in memory at once, in the browser's database before anything else happens, and with the
 * server when it answers. Nothing leaves the device's memory before the server has said that it has it.
 */
export class Talk {
  #points = new Map<string, LocalPoint>();
  #state: TalkState;
  #readers = new Set<() => void>();
  #sending = false;
  #again = false;
  #mustFetch = true;
  #retryMs = FIRST_RETRY_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;
  /** The point that is being written on: what comes from the server waits for it. */
  #held: string | undefined;
  readonly place: TalkPlace;
  readonly store: DeviceStore;
  readonly server: TalkServer;
  readonly #keeping: Keeping;
  readonly #channel = new BroadcastChannel(CHANNEL);

  constructor(place: TalkPlace, store: DeviceStore, server: TalkServer, page: string) {
    this.place = place;
    this.store = store;
    this.server = server;
    this.#state = {
      ready: false,
      heard: false,
      points: [],
      draft: emptyDraft(page, place.id),
      unsaved: 0,
      refused: 0,
      connection: 'unknown',
      keeps: true,
      moved: undefined,
    };
    this.#keeping = new Keeping(store, {
      point: (id) => this.#points.get(id),
      draft: () => this.#state.draft,
      kept: (keeps) => this.#state.keeps !== keeps && this.#set({ keeps }),
      written: () => this.#channel.postMessage({ talk: place.id }),
    });
    this.#channel.addEventListener('message', this.#onOther);
  }

  readonly read = (): TalkState => this.#state;

  readonly subscribe = (reader: () => void): (() => void) => {
    this.#readers.add(reader);
    return () => this.#readers.delete(reader);
  };

  #set(part: Partial<TalkState>): void {
    this.#state = { ...this.#state, ...part };
    for (const reader of this.#readers) reader();
  }

  #pointsChanged(part: Partial<TalkState> = {}): void {
    const all = [...this.#points.values()];
    this.#set({
      points: inOrder(all),
      unsaved: all.filter(unsaved).length,
      refused: all.filter((point) => point.refused !== null).length,
      ...part,
    });
  }

  /** Reads what this device keeps, takes over what was typed in pages that are closed, and asks the server. */
  async open(closedPages: (ids: string[]) => Promise<string[]>): Promise<void> {
    try {
      const kept = await this.store.read(this.place.id);
      for (const point of kept.points) if (!this.#points.has(point.id)) this.#points.set(point.id, point);
      await this.#takeOver(kept.drafts, closedPages);
      await this.store.write({ place: this.place });
    } catch {
      this.#set({ keeps: false });
    }
    for (const point of this.#points.values()) this.#splitLong(point.id);
    this.#pointsChanged({ ready: true });
    this.#wake(0);
  }

  async #takeOver(drafts: NoteDraft[], closedPages: (ids: string[]) => Promise<string[]>): Promise<void> {
    const mine = this.#state.draft;
    const own = drafts.find((draft) => draft.id === mine.id);
    const others = drafts.filter((draft) => draft.id !== mine.id);
    const closed = new Set(others.length > 0 ? await closedPages(others.map((draft) => draft.id)) : []);
    const left = others.filter((draft) => closed.has(draft.id));
    const typed = this.#state.draft.text;
    const words = [...left, ...(own ? [own] : [])].map((draft) => draft.text).filter((text) => plainText(text) !== '');
    const rest = own ?? left.at(-1) ?? mine;
    const text = [...words, ...(typed === '' ? [] : [typed])].join('\n');
    this.#set({ draft: { ...rest, id: mine.id, talk: mine.talk, text } });
    if (left.length === 0) return;
    this.#keeping.draft(left.map((draft) => draft.id));
    this.#keep();
  }

  /** What is in the note box. */
  type(part: Partial<NoteDraft>): void {
    this.#set({ draft: { ...this.#state.draft, ...part } });
    this.#keeping.draft();
    this.#keep();
  }

  /** Makes a point, or as many as are needed, of the note box and empties it, in one step. Answers their ids. */
  note(): string[] {
    const { draft } = this.#state;
    return this.add(asPoints(draft.text), { text: '', tag: null, certainty: 'heard' });
  }

  /** Adds points with the marks of the note box; `after` is what becomes of the box. */
  add(texts: string[], after: Partial<NoteDraft>): string[] {
    const { draft } = this.#state;
    const { tag, certainty, speaker, question } = draft;
    const first = lastPlace(this.#state.points);
    const made = texts.map((text, index) =>
      newPoint(this.place.id, { text, position: first + index, tag, certainty, speaker, question }, newId),
    );
    for (const point of made) this.#put(point);
    this.#set({ draft: { ...draft, ...after } });
    this.#keeping.draft();
    this.#pointsChanged();
    this.#keep();
    this.#wake(REST_MS / 10);
    return made.map((point) => point.id);
  }

  /** Changes a point. */
  change(id: string, part: Partial<PointContent>): void {
    this.changeAll([id], () => part);
  }

  changeAll(ids: string[], part: (id: string) => Partial<PointContent>): void {
    for (const id of ids) {
      const point = this.#points.get(id);
      if (point) this.#put(changed(point, part(id)));
    }
    this.#pointsChanged();
    this.#keep();
    this.#wake(REST_MS);
  }

  /** Moves a point a step; false at the ends. */
  move(id: string, step: 1 | -1): boolean {
    const places = movedBy(this.#state.points, id, step);
    this.changeAll([...places.keys()], (each) => ({ position: places.get(each) ?? 0 }));
    return places.size > 0;
  }

  /** Somebody writes on a point. */
  hold(id: string): void {
    this.#held = id;
  }

  /** Somebody has stopped writing on a point: rubbed out means dropped, and too long means split. Answers how many it is now. */
  leave(id: string, before: string): number {
    if (this.#held === id) this.#held = undefined;
    const point = this.#points.get(id);
    if (!point) return 0;
    if (plainText(point.text) === '') {
      this.change(id, { text: before, dropped: true });
      return 0;
    }
    const pieces = this.#splitLong(id);
    this.#pointsChanged();
    return pieces;
  }

  #splitLong(id: string): number {
    const point = this.#points.get(id);
    if (!point || plainText(point.text).length <= LONGEST_POINT) return 1;
    const [first = '', ...rest] = asPoints(point.text);
    this.#put(changed(point, { text: first }));
    const order = inOrder(this.#points.values());
    const next = order[order.findIndex((each) => each.id === id) + 1]?.position ?? point.position + 1;
    const step = (next - point.position) / (rest.length + 1);
    for (const [index, text] of rest.entries()) {
      const { tag, certainty, speaker, question } = point;
      const position = point.position + step * (index + 1);
      this.#put(newPoint(this.place.id, { text, position, tag, certainty, speaker, question }, newId));
    }
    this.#keep();
    this.#wake(REST_MS);
    return rest.length + 1;
  }

  #put(point: LocalPoint): void {
    this.#points.set(point.id, point);
    this.#keeping.point(point.id);
  }

  #keep(): void {
    void this.#keeping.write();
  }

  /** Another page on this device wrote on the same talk: its points are read anew where they are newer. */
  readonly #onOther = (event: MessageEvent): void => {
    if ((event.data as { talk?: string }).talk !== this.place.id) return;
    void this.store.read(this.place.id).then(
      ({ points }) => {
        for (const point of points) {
          const mine = this.#points.get(point.id);
          const newer =
            !mine || point.version > mine.version || (point.version === mine.version && point.acked > mine.acked);
          if (newer || (mine.version === point.version && point.revision > mine.revision))
            this.#points.set(point.id, point);
        }
        this.#pointsChanged();
      },
      () => undefined,
    );
  };

  /** Tries the server soon: after a change, when the connection comes back, when somebody looks. */
  refresh(): void {
    this.#mustFetch = true;
    this.#retryMs = FIRST_RETRY_MS;
    this.#wake(0);
  }

  #wake(ms: number): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#exchange(), ms);
  }

  /** One exchange with the server at a time, on this device. */
  async #exchange(): Promise<void> {
    if (this.#sending) {
      this.#again = true;
      return;
    }
    this.#sending = true;
    this.#again = false;
    try {
      if ('locks' in navigator) await navigator.locks.request(`${CHANNEL}:${this.place.id}`, () => this.#sendAll());
      else await this.#sendAll();
      this.#retryMs = FIRST_RETRY_MS;
      this.#set({ connection: 'there', heard: true });
    } catch (error) {
      this.#set({ connection: error instanceof Problem && error.code === 'unauthenticated' ? 'signed-out' : 'gone' });
      this.#wake(this.#retryMs);
      this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
      this.#again = false;
    } finally {
      this.#sending = false;
    }
    if (this.#again || (this.#state.connection === 'there' && this.#next())) this.#wake(0);
  }

  #next(): LocalPoint | undefined {
    const waiting = [...this.#points.values()].filter(waits);
    return waiting.toSorted((one, other) => (one.id < other.id ? -1 : 1))[0];
  }

  async #sendAll(): Promise<void> {
    for (let point = this.#next(); point; point = this.#next()) await this.#sendOne(point);
    if (!this.#mustFetch) return;
    const before = new Set(this.#points.keys());
    if (this.#held) before.delete(this.#held);
    const server = await this.server.fetch();
    this.#mustFetch = false;
    const local = [...this.#points.values()];
    // What was made while the server was answering is not missing there.
    const known = merged(
      local.filter((point) => before.has(point.id)),
      server,
      this.place.id,
      newId,
    );
    const after = new Map(
      [...known, ...local.filter((point) => !before.has(point.id))].map((point) => [point.id, point]),
    );
    for (const point of local) if (!after.has(point.id)) this.#keeping.gone(point.id);
    for (const [id, point] of after) if (this.#points.get(id) !== point) this.#keeping.point(id);
    this.#points = after;
    this.#pointsChanged();
    this.#keep();
  }

  async #sendOne(sent: LocalPoint): Promise<void> {
    let answer: KeptPoint;
    try {
      answer = await this.server.send(sent.id, deliveryOf(sent));
    } catch (error) {
      if (!(error instanceof Problem) || !REFUSALS.has(error.code)) throw error;
      const now = this.#points.get(sent.id);
      if (now && now.version === sent.version) this.#put({ ...now, refused: error.code });
      this.#pointsChanged();
      this.#keep();
      return;
    }
    const now = this.#points.get(sent.id) ?? sent;
    const result = taken(now, sent, answer, newId);
    for (const point of result.points) this.#put(point);
    if (result.moved) this.#mustFetch = true;
    this.#pointsChanged({ connection: 'there', ...(result.moved && { moved: result.moved }) });
    this.#keep();
  }

  /** Ends all work; what waits stays on the device. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#channel.close();
  }
}

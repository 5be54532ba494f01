import type { Changes, DeviceStore, NoteDraft } from './device-store.ts';
import type { LocalPoint } from './point-model.ts';

interface Source {
  point(id: string): LocalPoint | undefined;
  draft(): NoteDraft;
  /** Whether this browser keeps what is typed, after each try. */
  kept(keeps: boolean): void;
  /** Points were written. */
  written(): void;
}

/**
 * Writes what has changed to the device: at once if nothing is being written, else right after it, the newest of everything together.
 * What could not be written stays to be written with the next change.
 */
export class Keeping {
  readonly #store: DeviceStore;
  readonly #source: Source;
  #points = new Set<string>();
  #gone = new Set<string>();
  #draft = false;
  #draftsGone: string[] = [];
  #busy = false;

  constructor(store: DeviceStore, source: Source) {
    this.#store = store;
    this.#source = source;
  }

  point(id: string): void {
    this.#points.add(id);
  }

  /** A point is no longer there, and the server knows. */
  gone(id: string): void {
    this.#gone.add(id);
  }

  /** The note box has changed; drafts of closed pages may have been taken into it. */
  draft(taken: string[] = []): void {
    this.#draft = true;
    this.#draftsGone.push(...taken);
  }

  /** Writes everything that was named. */
  async write(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    let keeps = true;
    while (keeps && (this.#points.size > 0 || this.#gone.size > 0 || this.#draft)) keeps = await this.#once();
    this.#busy = false;
  }

  async #once(): Promise<boolean> {
    const ids = [...this.#points];
    const changes = {
      points: ids.flatMap((id) => this.#source.point(id) ?? []),
      gone: [...this.#gone],
      drafts: this.#draft ? [this.#source.draft()] : [],
      draftsGone: this.#draftsGone,
    } satisfies Changes;
    this.#points.clear();
    this.#gone.clear();
    this.#draft = false;
    this.#draftsGone = [];
    try {
      await this.#store.write(changes);
    } catch {
      for (const id of ids) this.#points.add(id);
      for (const id of changes.gone) this.#gone.add(id);
      this.#draft ||= changes.drafts.length > 0;
      this.#draftsGone.push(...changes.draftsGone);
      this.#source.kept(false);
      return false;
    }
    this.#source.kept(true);
    if (ids.length > 0 || changes.gone.length > 0) this.#source.written();
    return true;
  }
}

import * as Y from 'yjs';
import { judgeUpdate } from './acceptable-update';
import { ArrivedSeqs } from './arrived-seqs';
import { type Bytes, fromBase64Url, toBase64Url } from './bytes';
import { clientOf } from './draft-document';
import type { DraftKeys } from './draft-key';
import type { StoredEnvelope } from './draft-post';
import { openEnvelope } from './seal-envelope';

/** What a person can be told about the words of others. */
export interface ReceiveState {
  /** Everything stored up to here has been taken in, or refused. */
  readonly head: number;
  /** Some words are still on their way. */
  readonly waiting: boolean;
  /** Envelopes that did not open, or were not honest writing of their device. */
  readonly refused: number;
}

interface Writer {
  readonly client: number;
  nextN: number;
  nextClock: number;
  /** Opened, and waiting for one before it. */
  readonly held: Map<number, { seq: number; update: Bytes }>;
  /** Numbers that came and did not open; an honest copy may still come. */
  readonly unopened: Set<number>;
  /** Something authentic was not honest: nothing more is taken from this device. */
  cutOff: boolean;
}

/** Takes what the server delivers, late, repeated or out of order, and brings it into the draft. */
export class EnvelopeReceiver {
  readonly #keys: DraftKeys;
  readonly #doc: Y.Doc;
  readonly #ownDevice: string;
  readonly #changed: () => void;
  readonly #writers = new Map<string, Writer>();
  readonly #arrived = new ArrivedSeqs();
  readonly #unopenedSeqs = new Set<number>();
  readonly #refusedSeqs = new Set<number>();
  readonly #accepted: Bytes[] = [];
  #stored = new Y.Doc();
  #last: Promise<unknown> = Promise.resolve();

  /** `doc` is written to; `device` is one's own, whose words are there already. */
  constructor(receive: { keys: DraftKeys; doc: Y.Doc; device: Bytes; changed: () => void }) {
    this.#keys = receive.keys;
    this.#doc = receive.doc;
    this.#ownDevice = toBase64Url(receive.device);
    this.#changed = receive.changed;
  }

  /** The draft as the server has stored it, without what this device has not sent yet. Not to be written to. */
  get stored(): Y.Doc {
    return this.#stored;
  }

  /** Ask the server for what comes after this. Stays before an envelope that did not open, so that it comes again. */
  get after(): number {
    return Math.min(this.#arrived.through, ...Array.from(this.#unopenedSeqs, (seq) => seq - 1));
  }

  get state(): ReceiveState {
    const held = [...this.#writers.values()].some((writer) => writer.held.size > 0 && !writer.unopened.has(writer.nextN));
    return {
      head: this.#arrived.through,
      waiting: held || this.#arrived.hasGap,
      refused: this.#unopenedSeqs.size + this.#refusedSeqs.size,
    };
  }

  /** Resolves when this envelope has been dealt with, in the order of the calls. */
  take(envelope: StoredEnvelope): Promise<void> {
    const taken = this.#last.then(() => this.#take(envelope));
    this.#last = Promise.allSettled([taken]);
    return taken;
  }

  async #take(envelope: StoredEnvelope): Promise<void> {
    const { seq, n } = envelope;
    const writer = await this.#writerOf(envelope.device);
    this.#arrived.add(seq);
    if (!writer || !(n >= 1)) {
      this.#refusedSeqs.add(seq);
    } else if (n >= writer.nextN && !writer.held.has(n)) {
      const update = await this.#open(envelope);
      if (update) {
        writer.unopened.delete(n);
        this.#unopenedSeqs.delete(seq);
        writer.held.set(n, { seq, update });
        this.#applyHeld(writer, envelope.device === this.#ownDevice);
      } else {
        writer.unopened.add(n);
        this.#unopenedSeqs.add(seq);
      }
    }
    this.#changed();
  }

  async #open(envelope: StoredEnvelope): Promise<Bytes | undefined> {
    const { kind, device, memberId: member, n, epoch } = envelope;
    const body = readBytes(envelope.body);
    if (kind !== 'update' || epoch !== this.#keys.place.epoch || !Number.isSafeInteger(n) || !body) return undefined;
    return openEnvelope(this.#keys, { kind, device: fromBase64Url(device), member, n }, body);
  }

  #applyHeld(writer: Writer, own: boolean): void {
    for (let held = writer.held.get(writer.nextN); held; held = writer.held.get(writer.nextN)) {
      writer.held.delete(writer.nextN);
      writer.nextN += 1;
      if (writer.cutOff || !this.#apply(writer, held.update, own)) {
        writer.cutOff = true;
        this.#refusedSeqs.add(held.seq);
      }
    }
  }

  #apply(writer: Writer, update: Bytes, own: boolean): boolean {
    const judged = judgeUpdate(update, writer.client, writer.nextClock);
    if (!judged.fits || !this.#applyToStored(update)) return false;
    writer.nextClock = judged.next;
    if (!own) Y.applyUpdate(this.#doc, update);
    return true;
  }

  /** The stored copy goes first: an update that throws half-way spoils only that, and it is built again. */
  #applyToStored(update: Bytes): boolean {
    try {
      Y.applyUpdate(this.#stored, update);
    } catch {
      this.#stored = new Y.Doc();
      for (const accepted of this.#accepted) Y.applyUpdate(this.#stored, accepted);
      return false;
    }
    this.#accepted.push(update);
    return true;
  }

  async #writerOf(device: string): Promise<Writer | undefined> {
    const known = this.#writers.get(device);
    if (known) return known;
    const bytes = readBytes(device);
    if (bytes?.length !== 16 || toBase64Url(bytes) !== device) return undefined;
    const client = await clientOf(bytes);
    const writer = { client, nextN: 1, nextClock: 0, held: new Map(), unopened: new Set<number>(), cutOff: false };
    this.#writers.set(device, writer);
    return writer;
  }
}

function readBytes(text: string): Bytes | undefined {
  try {
    return fromBase64Url(text);
  } catch {
    return undefined;
  }
}

/** A thread of the embedded server, which several databases share: each finds everything as it left it. */

import { ServerLost } from '../server.js';
import type { DataFolder } from './protocol.js';
import type { EmbeddedThread } from './thread.js';

export interface SeatHost {
  /** Starts a thread from a data folder. */
  start(data: DataFolder): Promise<EmbeddedThread>;
  stop(thread: EmbeddedThread): Promise<void>;
}

/** An image of a database. */
export interface Image {
  /** Which thread can be set back to it. */
  seat: Seat;
  key: number;
  /** How many databases are in this state. */
  users: number;
  /** What another thread can start from; null where it would lack something. */
  data: DataFolder | null;
}

/** A database on a thread. */
export interface Guest {
  seat: Seat;
  /** Dropped. */
  gone?: boolean;
  /** Null where it has changed since the last: then it is what the thread has. */
  image: Image | null;
}

let keys = 0;

export class Seat {
  readonly host: SeatHost;
  readonly thread: EmbeddedThread;
  /** The database that the thread has, if that is still needed. */
  guest: Guest | null = null;
  /** The image that the thread's present state equals. */
  at: Image | null = null;
  /** How many images it can be set back to. */
  images = 0;

  constructor(host: SeatHost, thread: EmbeddedThread) {
    this.host = host;
    this.thread = thread;
  }

  /** Takes an image of what the thread has. Throws `ServerLost`. */
  async picture(withData: boolean): Promise<Image> {
    const key = ++keys;
    const data = await this.thread.keep(key, withData);
    this.images++;
    this.at = { seat: this, key, data, users: 1 };
    return this.at;
  }
}

/** A database that has what a thread has now. */
export function firstGuest(host: SeatHost, thread: EmbeddedThread): Guest {
  const seat = new Seat(host, thread);
  seat.guest = { seat, image: null };
  return seat.guest;
}

/** Another database in the state of this one. Null where the copy would lack something. Throws `ServerLost`. */
export async function copyOf(guest: Guest): Promise<Guest | null> {
  const seat = await bringBack(guest);
  const before = guest.image;
  if (before?.data) {
    before.users++;
    return { seat, image: before };
  }
  const image = await seat.picture(true);
  guest.image = image;
  if (before) await release(before);
  if (image.data === null) return null;
  image.users++;
  return { seat, image };
}

/** The thread that has this database, after whatever has to be done for that. Throws `ServerLost` where it is gone. */
export async function bringBack(guest: Guest): Promise<Seat> {
  const { image, gone } = guest;
  if (gone) throw new ServerLost('the database was dropped');
  if (image !== null) {
    if (image.seat.at !== image) await show(image);
    guest.seat = image.seat;
    guest.seat.guest = guest;
  }
  return guest.seat;
}

/** To be said before anything is done in a database that was brought back. */
export async function changes(guest: Guest): Promise<void> {
  const { image, seat } = guest;
  guest.image = null;
  seat.at = null;
  if (image !== null) await release(image);
}

/** This database is no longer needed. */
export async function leave(guest: Guest): Promise<void> {
  const { image, seat } = guest;
  guest.gone = true;
  guest.image = null;
  if (seat.guest === guest) seat.guest = null;
  if (image !== null) await release(image);
  await retire(seat);
}

async function show(image: Image): Promise<void> {
  const { seat } = image;
  const { host, guest } = seat;
  let libraries: string[] = [];
  try {
    // The present guest has to find its state again.
    if (guest?.image === null) guest.image = await seat.picture(false);
    if (await seat.thread.restore(image.key)) {
      seat.at = image;
      return;
    }
    if (image.data !== null) libraries = await librariesOf(seat);
  } catch (error) {
    // The thread is gone, and what nothing else can start from with it.
    if (!(error instanceof ServerLost) || image.data === null) throw error;
  }
  if (image.data === null) throw new ServerLost('the embedded Postgres can’t go back to before it loaded a library');
  const next = new Seat(host, await host.start(image.data));
  // What was loaded once is loaded again, and there is no way back over that.
  if (libraries.length > 0)
    await next.thread.ask(
      libraries.map((file) => `load '${file}'`),
      loadSeconds,
    );
  await next.thread.keep(image.key, false);
  await moveTo(next, image);
}

const loadSeconds = 60;

/** The thread's state is lost: it must be in an image, or belong to no guest. */
async function librariesOf(seat: Seat): Promise<string[]> {
  const outcome = await seat.thread.ask(['rollback', 'select file_name from pg_get_loaded_modules()'], loadSeconds);
  seat.guest = null;
  seat.at = null;
  const modules = outcome.kind === 'answers' ? outcome.answers[1] : undefined;
  return modules?.kind === 'result' ? modules.result.rows.map(([file]) => String(file)) : [];
}

async function moveTo(next: Seat, image: Image): Promise<void> {
  const before = image.seat;
  image.seat = next;
  next.at = image;
  next.images++;
  await forget(before, image);
}

async function release(image: Image): Promise<void> {
  image.users--;
  if (image.users === 0) await forget(image.seat, image);
}

async function forget(seat: Seat, image: Image): Promise<void> {
  seat.thread.forget(image.key);
  seat.images--;
  if (seat.at === image) seat.at = null;
  await retire(seat);
}

async function retire(seat: Seat): Promise<void> {
  if (seat.images === 0 && seat.guest === null) await seat.host.stop(seat.thread);
}

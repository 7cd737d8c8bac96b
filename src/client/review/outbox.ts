import type { RefusedProblem } from '../shared/ask.ts';
import { request } from '../shared/request.ts';

/** What is sent: an address and a body with an id, so that sending it twice does it once. */
interface Letter {
  readonly address: string;
  readonly body: Record<string, unknown> & { readonly id: string };
  readonly delivered: (answer: unknown) => void;
  readonly refused: (problem: RefusedProblem) => void;
}

/** Why a letter waits: the server's own words; none where it does not answer. */
export interface Hindrance {
  readonly title: string;
}

/** Pause before a letter that could not be sent is sent again, in ms. */
const PAUSE = 1500;

/**
 * Sends edits one after another, in order. While the server cannot be reached, or cannot do its work (its disk
 * is full), they wait here and go out once it is back; the page warns before it is closed.
 * @param waiting told how many have not been answered yet, and what keeps them waiting where something does
 */
export function openOutbox(waiting: (count: number, hindrance: Hindrance | null) => void, pause = PAUSE) {
  const letters: Letter[] = [];
  const own = new Set<string>();
  let sending = false;

  addEventListener('beforeunload', (event) => {
    if (letters.length > 0) event.preventDefault();
  });

  async function sendAll(): Promise<void> {
    if (sending) return;
    sending = true;
    for (let letter = letters[0]; letter; letter = letters[0]) {
      const hindrance = await deliver(letter);
      if (!hindrance) letters.shift();
      waiting(letters.length, hindrance);
      if (hindrance) await new Promise((resolve) => setTimeout(resolve, pause));
    }
    sending = false;
  }

  /** Sends a body; resolves with the answer, rejects with a `RefusedProblem`. */
  function send(address: string, body: Record<string, unknown>): Promise<unknown> {
    return new Promise((delivered, refused) => {
      const id = crypto.randomUUID();
      own.add(id);
      letters.push({ address, body: { ...body, id }, delivered, refused });
      waiting(letters.length, null);
      void sendAll();
    });
  }

  return {
    send,
    /** Whether an edit of this id was sent from here. */
    sent: (id: string) => own.has(id),
  };
}

/** Hands the server's answer on, yes or no; returns what keeps it from giving one. */
async function deliver({ address, body, delivered, refused }: Letter): Promise<Hindrance | null> {
  let response: Response;
  try {
    response = await request(address, body);
  } catch {
    return { title: '' };
  }
  const answer = (await response.json().catch(() => null)) as Partial<RefusedProblem> | null;
  if (response.ok) delivered(answer);
  // A fault of the server, such as a full disk: what was typed is not to blame, and is not given up.
  else if (response.status >= 500) return { title: answer?.title ?? '' };
  else
    refused({
      title: 'The change was refused.',
      detail: '',
      hint: '',
      ...answer,
      status: response.status,
    });
  return null;
}

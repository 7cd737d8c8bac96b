import type { EditAnswer } from '../../core/wire/edits.ts';
import type { EditRoute, RefusedProblem, SentTo } from '../../core/wire/wire.ts';
import { newId } from '../shared/new-id.ts';
import { problemIn, request } from '../shared/request.ts';

/** An edit on its way. */
interface Letter {
  readonly send: () => Promise<Response>;
  readonly delivered: (answer: EditAnswer) => void;
  readonly refused: (refusal: Refusal) => void;
}

/** Why a letter waits: the server's own words; none where it does not answer. */
export interface Hindrance {
  readonly title: string;
}

/** An edit that the server would not do. */
export class Refusal extends Error {
  readonly problem: RefusedProblem;

  constructor(problem: RefusedProblem) {
    super(problem.title);
    this.problem = problem;
  }
}

/** The status where one has to sign in again. */
const SIGNED_OUT = 401;

/** Pause before a letter that could not be sent is sent again, in ms. */
const RETRY_DELAY_MS = 1500;

/**
 * Sends edits one after another, in order. While the server cannot be reached, or cannot do its work (its disk
 * is full), they wait here and go out once it is back; the page warns before it is closed.
 * @param waiting called with how many have not been answered yet, and with what keeps them waiting, if anything does
 */
export function openOutbox(waiting: (count: number, hindrance: Hindrance | null) => void, pause = RETRY_DELAY_MS) {
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

  /** Sends an edit with an id of its own, so that sending it twice does it once. Rejects with a `Refusal`. */
  function send<Route extends EditRoute>(route: Route, bitext: string, sent: SentTo<Route>): Promise<EditAnswer> {
    return new Promise((delivered, refused) => {
      const id = newId();
      own.add(id);
      letters.push({ send: () => request(route, { id: bitext }, { ...sent, id }), delivered, refused });
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
async function deliver({ send, delivered, refused }: Letter): Promise<Hindrance | null> {
  let response: Response;
  try {
    response = await send();
  } catch {
    return { title: '' };
  }
  if (response.ok) {
    const answer: EditAnswer | null = await response.json().catch(() => null);
    if (!answer) return { title: '' };
    delivered(answer);
    return null;
  }
  const problem = await problemIn(response);
  // A fault of the server, such as a full disk, or one has to sign in again: what was typed is not to blame, and is not given up.
  if (response.status >= 500 || response.status === SIGNED_OUT) return problem;
  refused(new Refusal(problem));
  return null;
}

import type { Company, CompanyNews, Visitor } from '../parts.ts';

/** Others that a page is told by name; beyond that only how many there are. */
const MAX_NAMED = 12;
/** What happens within this time is told at once, in ms: people at one text move all the time. */
const TELL_DELAY_MS = 150;

interface Visit extends Visitor {
  readonly listener: (news: CompanyNews) => void;
  bead: number | null;
  /** Grows with each move, so that of a person's pages the one that moved last counts. */
  moved: number;
}

interface Room {
  readonly visits: Set<Visit>;
  telling: ReturnType<typeof setTimeout> | null;
}

/** Keeps in memory who looks at which bitext. Pages of one person are one to the others, and no company to each other. */
export function createCompany(): Company {
  const rooms = new Map<number, Room>();
  let moves = 0;

  function tellSoon(room: Room): void {
    room.telling ??= setTimeout(() => {
      room.telling = null;
      for (const visit of room.visits) visit.listener(companyOf(visit, room));
    }, TELL_DELAY_MS);
    room.telling.unref();
  }

  return {
    join(bitext, visitor, listener) {
      const room: Room = rooms.get(bitext) ?? { visits: new Set(), telling: null };
      rooms.set(bitext, room);
      const visit: Visit = { ...visitor, listener, bead: null, moved: 0 };
      room.visits.add(visit);
      // Who is alone has nothing to be told.
      if (room.visits.size > 1) tellSoon(room);
      return () => {
        room.visits.delete(visit);
        if (room.visits.size > 0) return tellSoon(room);
        if (room.telling) clearTimeout(room.telling);
        if (rooms.get(bitext) === room) rooms.delete(bitext);
      };
    },
    move(bitext, { page, author, bead }) {
      const room = rooms.get(bitext);
      const visit = [...(room?.visits ?? [])].find((one) => one.page === page && one.author === author);
      if (!room || !visit || visit.bead === bead) return;
      visit.bead = bead;
      visit.moved = ++moves;
      tellSoon(room);
    },
    commented(bitext, bead) {
      for (const { listener } of rooms.get(bitext)?.visits ?? []) listener({ commented: bead });
    },
  };
}

function companyOf(visit: Visit, { visits }: Room): CompanyNews {
  const others = new Map<string, Visit>();
  for (const other of visits) {
    const known = others.get(other.author);
    if (other.author !== visit.author && (!known || known.moved <= other.moved)) others.set(other.author, other);
  }
  const named = [...others.values()].slice(0, MAX_NAMED).map(({ name, bead }) => ({ name, bead }));
  return { others: named, count: others.size };
}

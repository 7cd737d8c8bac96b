import { parentPort, workerData } from 'node:worker_threads';
import { memoryReader, type WantedMemory } from '../../intake/memories/memory-reader.ts';
import { answerTo } from './read-memory.ts';

// Reads one memory: each piece is answered, and so is null, its end.
const reader = memoryReader(workerData as WantedMemory);
parentPort?.on('message', (piece: Uint8Array | null) => {
  const answer = answerTo(reader, piece);
  const rows = 'part' in answer ? answer.part.rows : null;
  // Columns are handed over, not copied.
  const own = rows ? [rows.source, rows.target, rows.marks].map(({ buffer }) => buffer as ArrayBuffer) : [];
  parentPort?.postMessage(answer, own);
});

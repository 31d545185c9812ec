// The thread that has the file open, so that nobody who answers ever waits for a disk or a lock. Plain JavaScript,
// because threads start from a file as it is, in tests too. What it is asked and answers: sqlite-file.ts.
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import Libsql from 'libsql';

/** @type {import('libsql').Database} */
let file;

parentPort.on('message', (first) => {
  let requests = [first];
  for (let next = receiveMessageOnPort(parentPort); next; next = receiveMessageOnPort(parentPort)) {
    requests.push(next.message);
  }
  while (requests.length > 0) {
    const others = requests.findIndex(({ type }) => type !== 'alone' && type !== 'soon');
    const alone = others < 0 ? requests : requests.slice(0, others);
    if (alone.length > 0) together(alone);
    else parentPort.postMessage(answer(requests[0]));
    requests = requests.slice(Math.max(1, alone.length));
  }
});

function answer(request) {
  try {
    return { id: request.id, result: work(request) };
  } catch (error) {
    return failure(request, error);
  }
}

function failure({ id }, { message, code }) {
  return { id, error: { message, code } };
}

function work({ type, sql, parameters }) {
  if (type === 'open') return open();
  if (type === 'close') return close();
  if (type === 'exec') return file.exec(sql);
  if (type === 'inside') return run(file.prepare(sql), parameters);
  return file.inTransaction && file.exec('rollback'); // a full disk has rolled it back already
}

function run(statement, parameters) {
  if (statement.reader) return { rows: statement.all(parameters) };
  return { rows: [], changes: statement.run(parameters).changes };
}

/**
 * What came while the disk was busy is committed together: one wait for all. Every write runs between BEGIN IMMEDIATE
 * and COMMIT, so that waiting for the lock happens in BEGIN. A statement that itself met a lock stays open in libsql
 * until it is collected as garbage, and an open write keeps SQLite from committing anything that comes after it on the
 * connection: such writes would look done and be lost.
 */
function together(requests) {
  const answers = [];
  const writes = [];
  for (const request of requests) {
    try {
      const statement = file.prepare(request.sql);
      if (statement.reader) answers.push({ id: request.id, result: run(statement, request.parameters) });
      else writes.push([request, statement]);
    } catch (error) {
      answers.push(failure(request, error));
    }
  }
  if (writes.length > 0) answers.push(...committed(writes));
  for (const one of answers) parentPort.postMessage(one);
}

/** When all of them may come to the disk later, nobody waits for it: they are seen by everybody, and outlive this process. */
function committed(writes) {
  const isSoon = writes.every(([{ type }]) => type === 'soon');
  try {
    if (isSoon) file.pragma('synchronous = NORMAL');
    file.exec('begin immediate');
    const answers = writes.map(([request, statement]) => {
      try {
        return { id: request.id, result: run(statement, request.parameters) };
      } catch (error) {
        if (!file.inTransaction) throw error;
        return failure(request, error);
      }
    });
    file.exec('commit');
    return answers;
  } catch (error) {
    if (file.inTransaction) file.exec('rollback');
    return writes.map(([request]) => failure(request, error));
  } finally {
    if (isSoon) file.pragma('synchronous = FULL');
  }
}

function open() {
  file = new Libsql(workerData.path);
  file.pragma(`busy_timeout = ${workerData.busyMs}`);
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL'); // a commit is on the disk when it returns
  file.pragma('foreign_keys = ON');
}

/** libsql leaves the journal beside the file, so it is taken in first; a reader may be in the way, and then it stays. */
function close() {
  try {
    file.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // the journal is read at the next opening
  }
  file.close();
}

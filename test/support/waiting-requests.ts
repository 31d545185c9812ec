import { Worker } from 'node:worker_threads';

/** Runs in a thread of its own: a connection for each request, and a word when all are on their way. */
const sender = `
const { connect } = require('node:net');
const { parentPort, workerData: { port, requests, counter } } = require('node:worker_threads');
const sent = new Int32Array(counter);
const answers = requests.map((request) => new Promise((resolve) => {
  const socket = connect(port, '127.0.0.1', () => socket.write(request, () => {
    Atomics.add(sent, 0, 1);
    Atomics.notify(sent, 0);
  }));
  let received = '';
  socket.on('data', (chunk) => { received += chunk; });
  socket.on('error', () => {});
  socket.on('close', () => resolve(received));
}));
Promise.all(answers).then((all) => parentPort.postMessage(all));`;

/** It does not take longer where the system keeps what nobody has taken in. */
const longestMs = 10_000;

/**
 * Sends requests, each down a connection of its own, while this thread's event loop stands still: it then finds them all
 * before its door.
 * @param requests as they go over the wire
 * @returns how many the system has kept for it, and what came back
 */
export function sendWhileStill(port: number, requests: string[]): { kept: number; answers: Promise<string[]> } {
  const counter = new SharedArrayBuffer(4);
  const sent = new Int32Array(counter);
  const worker = new Worker(sender, { eval: true, workerData: { port, requests, counter } });
  const answers = new Promise<string[]>((resolve, reject) => worker.once('message', resolve).once('error', reject));
  const began = performance.now();
  for (let kept = 0; kept < requests.length && performance.now() - began < longestMs; kept = Atomics.load(sent, 0)) {
    Atomics.wait(sent, 0, kept, 1_000);
  }
  return { kept: Atomics.load(sent, 0), answers };
}

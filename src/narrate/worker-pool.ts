import { Worker } from 'node:worker_threads';
import { Failure } from './failure.js';

interface Task {
  readonly request: unknown;
  resolve(answer: never): void;
  reject(error: unknown): void;
}

/** Several threads that run the same module, each of which answers one request at a time. */
export class WorkerPool {
  readonly #module: URL;
  readonly #size: number;
  readonly #idle: Worker[] = [];
  readonly #working = new Map<Worker, Task>();
  readonly #waiting: Task[] = [];
  #closed = false;

  /**
   * @param module answers each message with `{ answer }` or `{ error }`
   * @param size how many threads run at most; they start when they are needed
   */
  constructor(module: URL, size: number) {
    this.#module = module;
    this.#size = size;
  }

  /** Sends a request to a thread that has nothing to do. @throws a Failure with the thread's message */
  ask<Answer>(request: unknown): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      this.#assign();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#idle, ...this.#working.keys()].map((worker) => worker.terminate()));
  }

  #assign(): void {
    if (this.#waiting.length === 0 || this.#closed) return;
    const worker = this.#idle.pop() ?? this.#start();
    const task = worker && this.#waiting.shift();
    if (!worker || !task) return;
    this.#working.set(worker, task);
    worker.postMessage(task.request);
  }

  #start(): Worker | null {
    if (this.#working.size >= this.#size) return null;
    const worker = new Worker(this.#module);
    worker.on('message', ({ answer, error }: { answer: never; error?: string }) => {
      const task = this.#working.get(worker);
      this.#working.delete(worker);
      this.#idle.push(worker);
      if (error === undefined) task?.resolve(answer);
      else task?.reject(new Failure(error));
      this.#assign();
    });
    worker.on('error', (error) => this.#lose(worker, error));
    worker.on('exit', () => this.#lose(worker, new Failure('a thread ended too early')));
    return worker;
  }

  #lose(worker: Worker, error: unknown): void {
    const task = this.#working.get(worker);
    this.#working.delete(worker);
    task?.reject(error);
    if (this.#idle.includes(worker)) this.#idle.splice(this.#idle.indexOf(worker), 1);
  }
}

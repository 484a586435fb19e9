// A small store with types.
import type { Pool, QueryResult } from 'pg';
import { z } from "zod";

/** What an order is. */
export interface Order {
  readonly id: number;
  customer: string;
  lines?: Line[];
  state: 'pending' | 'paid';
}

type Line = { sku: string; amount: number; price: number | null };
type Handler<T extends object = Order> = (value: T, ...rest: unknown[]) => Promise<void>;
type Keys = keyof Order;

enum Level { Low = 1, High = 1 << 2 }

declare const VERSION: string;

const schema = z.object({ id: z.number().int(), customer: z.string().min(1) });

export abstract class Store<T extends { id: number }> {
  private static count = 0;
  protected rows = new Map<number, T>();

  constructor(private readonly pool: Pool, public name: string = `store ${Store.count++}`) {}

  abstract load(id: number): Promise<T | undefined>;

  async find(ids: number[], limit = 10): Promise<T[]> {
    const found: T[] = [];
    for (const id of ids) {
      const row = this.rows.get(id) ?? (await this.load(id));
      if (row !== undefined && found.length < limit) found.push(row);
    }
    return found;
  }

  get size(): number {
    return this.rows.size;
  }
}

export class OrderStore extends Store<Order> implements Iterable<Order> {
  override async load(id: number): Promise<Order | undefined> {
    const result: QueryResult = await this.query('SELECT * FROM orders WHERE id = $1', [id]);
    if (result.rowCount === 0) return undefined;
    return result.rows[0] as Order;
  }

  async query(text: string, values: any[]): Promise<QueryResult> {
    try {
      return await this.pool.query(text, values);
    } catch (error: unknown) {
      throw new Error(`cannot run ${text}: ${(error as Error).message}`);
    }
  }

  *[Symbol.iterator](): IterableIterator<Order> {
    yield* this.rows.values();
  }
}

function isPaid(order: Order): order is Order & { state: 'paid' } {
  return order.state === 'paid' && /^[a-z]+$/i.test(order.customer);
}

const handlers: Record<string, Handler> = {
  pay: async (order) => { console.log(order.id, Level.High, true, null); },
};

export default function total(lines: Line[]): number {
  let sum = 0.0;
  for (let i = 0; i < lines.length; i++) sum += lines[i].amount * (lines[i].price ?? 0);
  return sum > 1e6 ? Infinity : sum;
}

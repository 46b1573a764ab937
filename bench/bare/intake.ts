/** An HTTP server that reads an item and inserts it, majority-acknowledged: nothing else. Its database is given in MONGODB_URI. */
import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import mongoose, { Schema } from 'mongoose';
import { z } from 'zod';

const { MONGODB_URI } = z.object({ MONGODB_URI: z.string() }).parse(process.env);
const connection = await mongoose.createConnection(MONGODB_URI, { w: 'majority' }).asPromise();
const model = connection.model(
  'BareItem',
  new Schema({ _id: String, item: Schema.Types.Mixed }, { versionKey: false }),
);
const http = Fastify();
http.post('/items', async ({ body }) => {
  await model.create({ _id: randomUUID(), item: body });
  return { result: 'created' };
});
process.stdout.write(`ready ${await http.listen({ port: 0 })}/items \n`);

import { MongooseError, mongo } from 'mongoose';

/** Whether an error means that the database is currently unreachable, so that retrying later may help. */
export function isAway(error: unknown): boolean {
  // A command for several documents wraps the error that kept it from being sent.
  if (error instanceof mongo.MongoBulkWriteError && error.errorResponse instanceof Error)
    return isAway(error.errorResponse);
  if (error instanceof mongo.MongoNetworkError || error instanceof mongo.MongoServerSelectionError) return true;
  if (error instanceof mongo.MongoNotConnectedError || error instanceof mongo.MongoTopologyClosedError) return true;
  if (error instanceof mongo.MongoOperationTimeoutError) return true;
  // mongoose answers so at once while disconnected, since it does not buffer.
  return error instanceof MongooseError && /bufferCommands|before initial connection/.test(error.message);
}

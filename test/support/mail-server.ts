import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A real SMTP server on this machine. */
export interface MailServer {
  /** The messages it accepted, in full. */
  readonly mails: readonly string[];
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts one that accepts everything, unless the options say otherwise; on a free port by default. */
export async function openMailServer(options: SMTPServerOptions = {}, at = 0): Promise<MailServer> {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        mails.push(Buffer.concat(parts).toString());
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(at, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  return {
    mails,
    port: typeof address === 'object' && address ? address.port : 0,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

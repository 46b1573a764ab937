import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { HandedOver } from '../../src/chat/letter.ts';
import type { MailSettings } from './mail-settings.ts';

interface Handed {
  readonly from: string;
  readonly to: string;
  readonly mail: Buffer;
}

const TIMEOUT_MS = 20_000;
const RETRY_MS = 60_000;

/** How far an SMTP session got. From the message on, only the server's reply tells whether it was accepted. */
type Phase = 'greeting' | 'envelope' | 'message';

/** Hands one message to the server, for one address, over its own connection. */
export async function handOver({ from, to, mail }: Handed, settings: MailSettings): Promise<HandedOver> {
  const timeout = settings.timeoutMs ?? TIMEOUT_MS;
  const connection = new SMTPConnection({
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    requireTLS: settings.requireTls,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    socketCloseTimeout: 1_000,
  });
  let phase: Phase = 'greeting';
  // Nothing reads it before the server has agreed to take the message.
  const message = new Readable({
    read() {
      phase = 'message';
      this.push(mail);
      this.push(null);
    },
  });
  try {
    await step(connection, (done) => connection.connect((error) => done(error)));
    const { auth } = settings;
    if (auth) {
      await step(connection, (done) => connection.login({ credentials: auth }, (error) => done(error)));
    }
    phase = 'envelope';
    await step(connection, (done) => connection.send({ from, to: [to] }, message, (error) => done(error)));
    return { outcome: 'sent' };
  } catch (error) {
    return outcomeOf(error, phase);
  } finally {
    connection.on('error', () => undefined);
    connection.quit();
  }
}

/** One step, which ends with its own reply or with the connection's failure. */
function step(connection: SMTPConnection, begin: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => settle(error);
    const end = () => settle(new Error('closed'));
    connection.once('error', fail);
    connection.once('end', end);
    begin((error) => settle(error ?? null));
    function settle(error: Error | null): void {
      connection.off('error', fail);
      connection.off('end', end);
      if (error) reject(error);
      else resolve();
    }
  });
}

/** Classifies a reply: 4xx is temporary, 5xx is permanent (RFC 5321, 4.2.1). Its text may contain the address, and is not passed on. */
function outcomeOf(error: unknown, phase: Phase): HandedOver {
  const { responseCode, code } = facts(error);
  const reason = `smtp ${phase} ${responseCode ?? code}`;
  if (responseCode !== undefined && responseCode >= 500 && phase !== 'greeting') return { outcome: 'refused', reason };
  // A server that replies with an error code has not accepted the message; one that falls silent may have.
  if (phase === 'message' && responseCode === undefined) return { outcome: 'unknown', reason };
  return { outcome: 'later', reason, afterMs: RETRY_MS };
}

function facts(error: unknown): { responseCode: number | undefined; code: string } {
  const field = (name: string): unknown =>
    error instanceof Error && name in error ? Object.entries(error).find(([key]) => key === name)?.[1] : undefined;
  const [responseCode, code] = [field('responseCode'), field('code')];
  return {
    responseCode: typeof responseCode === 'number' && responseCode >= 400 ? responseCode : undefined,
    code: typeof code === 'string' ? code : 'failed',
  };
}

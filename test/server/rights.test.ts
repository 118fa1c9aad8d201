// Who may give which command, over real sockets: every role with every command, by the table that the core reads (R16).
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StaffClient } from '../../scripts/staff-client.ts';
import { STAFF_COMMANDS } from '../../shared/meeting/commands.ts';
import { connectionTo, NAMESPACE, type Answer } from '../../shared/protocol.ts';
import { STAFF_ROLES } from '../../shared/staff-role.ts';
import { STAFF_COMMANDS_GIVEN } from '../command-examples.ts';
import { PASSPHRASE, startServer, type TestServer } from '../with-server.ts';

let server: TestServer;
let moderator: StaffClient;

beforeAll(async () => {
  server = await startServer();
  moderator = new StaffClient(server.origin);
  await moderator.accept(server.app.staffLink ?? '', '主持', PASSPHRASE);
  await moderator.create('测试会议');
});

afterAll(async () => {
  moderator.close();
  await server.stop();
});

/** One socket takes 40 messages at once, see SOCKET_PACE. */
const AT_ONCE = 30;

describe('[R16] every command over a socket', () => {
  it.each(STAFF_ROLES)('from a %s is answered as its entry says', async (role) => {
    const { url } = await moderator.post<{ url: string }>('/api/staff/invite', { role });
    const one = new StaffClient(server.origin);
    await one.accept(url, `${role} 二`, PASSPHRASE);
    for (let from = 0; from < STAFF_COMMANDS_GIVEN.length; from += AT_ONCE) {
      const socket = io(server.origin + NAMESPACE.staff, {
        ...connectionTo(moderator.meeting),
        forceNew: true,
        transports: ['websocket'],
        extraHeaders: { cookie: one.cookie, origin: server.origin },
      });
      for (const command of STAFF_COMMANDS_GIVEN.slice(from, from + AT_ONCE)) {
        const expects = { item: null, touched: 999_999 };
        const answer = (await socket.emitWithAck('command', { command, expects })) as Answer;
        const { by, body }: { by: readonly string[]; body: unknown } = STAFF_COMMANDS[command.type];
        const refusal = answer.ok ? null : answer.refusal;
        // What the server makes of files and secrets it takes from no message, whoever sends it.
        if (typeof body !== 'function')
          expect([command.type, refusal?.code]).toEqual([command.type, 'malformed']);
        else if (!by.includes(role))
          expect([command.type, refusal]).toEqual([command.type, { code: 'no-right', by }]);
        else
          expect(['no-right', 'malformed', 'too-many'], command.type).not.toContain(refusal?.code);
      }
      socket.disconnect();
    }
  });
});

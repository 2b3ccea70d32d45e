// A mail server that keeps what it is given: as much of SMTP (RFC 5321) as our program speaks.
import { createServer } from "node:net";

const WAIT_MS_MAX = 20_000;
const ANSWERS = [
  [/^EHLO/i, "250 mailbox"],
  [/^DATA/i, "354 go on"],
  [/^QUIT/i, "221 bye"],
];

/** The text of a letter, which our program sends in base64. */
function textOf(letter) {
  const [, text] = letter.match(/base64\r\n(?:[^\r\n]+\r\n)*\r\n([A-Za-z0-9+/=\r\n]+)/);
  return Buffer.from(text, "base64").toString("utf8");
}

/** Gives {port, letters, letter, stop}; `letter` waits for the one at that place. */
export async function startMailbox() {
  const letters = [];
  const server = createServer((socket) => {
    let said = "";
    let isLetter = false;
    const take = (line) => {
      const known = ANSWERS.find(([command]) => command.test(line));
      isLetter = /^DATA/i.test(line);
      socket.write(`${known ? known[1] : "250 OK"}\r\n`);
    };
    socket.write("220 mailbox\r\n");
    socket.on("error", () => {});
    socket.on("data", (piece) => {
      said += piece;
      for (;;) {
        const mark = isLetter ? "\r\n.\r\n" : "\r\n";
        const end = said.indexOf(mark);
        if (end < 0) return;
        const taken = said.slice(0, end);
        said = said.slice(end + mark.length);
        if (isLetter) {
          letters.push(textOf(taken));
          isLetter = false;
          socket.write("250 OK\r\n");
        } else {
          take(taken);
        }
      }
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: server.address().port,
    letters,
    async letter(at) {
      const end = Date.now() + WAIT_MS_MAX;
      while (letters.length <= at) {
        if (Date.now() > end) throw new Error(`letter ${at} never came`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return letters[at];
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

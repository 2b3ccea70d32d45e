#!/usr/bin/env python3
"""A mail server that takes its time and now and then says "later"; notes what it has taken.

usage: mail_stand_in.py PORT NOTES [--milliseconds N] [--errors IN_A_THOUSAND]

NOTES gets a line `seconds address` for each letter, before the sender hears that it is taken."""
import argparse
import asyncio
import random
import re
import time


class StandIn:
    def __init__(self, arguments):
        self.notes = open(arguments.notes, "a", encoding="utf-8", buffering=1)
        self.pause, self.errors = arguments.milliseconds / 1000, arguments.errors
        self.chance = random.Random(1)

    async def talk(self, reader, writer):
        receivers = []

        def say(line):
            writer.write(line.encode() + b"\r\n")

        say("220 stand-in")
        while line := (await reader.readline()).decode("utf-8", "replace").strip():
            word = line.split(" ")[0].upper()
            if word == "RCPT":
                receivers.append(re.search(r"<(.*?)>", line)[1])
            if word == "EHLO":
                say("250-stand-in")
            if word == "DATA":
                say("354 go on")
                await self.take(reader, receivers, say)
                receivers = []
            else:
                say("221 bye" if word == "QUIT" else "250 yes")
            await writer.drain()
            if word == "QUIT":
                break
        writer.close()

    async def take(self, reader, receivers, say):
        while await reader.readline() not in (b".\r\n", b""):
            pass
        await asyncio.sleep(self.pause)
        if self.chance.randrange(1000) < self.errors:
            say("451 4.7.1 later, please")
            return
        for receiver in receivers:
            self.notes.write(f"{time.time():.3f} {receiver}\n")
        say("250 taken")


async def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("port", type=int)
    parser.add_argument("notes")
    parser.add_argument("--milliseconds", type=int, default=0)
    parser.add_argument("--errors", type=int, default=0)
    arguments = parser.parse_args()
    stand_in = StandIn(arguments)

    async def talk(reader, writer):
        try:
            await stand_in.talk(reader, writer)
        except ConnectionError:
            writer.close()  # who sent was killed

    server = await asyncio.start_server(talk, "127.0.0.1", arguments.port)
    print("ready", flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())

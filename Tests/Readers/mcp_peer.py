"""The official client of the Model Context Protocol as the peer of a server.

mcp_peer.py VERSION EDITED COMMAND...: starts the server, initializes with a version of the protocol, asks for everything it offers, then
writes the file EDITED and waits until the server tells of it by itself. Prints a JSON object with all that the client understood.
"""

import json
import sys

import anyio
import mcp.client.session
from mcp import ClientSession, MCPError, StdioServerParameters, stdio_client
from mcp.types import PromptReference

version, edited, command = sys.argv[1], sys.argv[2], sys.argv[3:]
mcp.client.session.LATEST_HANDSHAKE_VERSION = version


def plain(model):
    return model.model_dump(mode="json", by_alias=True, exclude_none=True)


async def error(call):
    try:
        await call
    except MCPError as failure:
        return {"code": failure.error.code, "message": failure.error.message}
    return None


async def main():
    told = []
    both = anyio.Event()

    async def listen(message):
        method = getattr(message, "method", None) or getattr(getattr(message, "root", None), "method", None)
        if method and method.startswith("notifications/"):
            told.append(method)
            if len(set(told)) == 2:
                both.set()

    server = StdioServerParameters(command=command[0], args=command[1:])
    async with stdio_client(server) as (reading, writing):
        async with ClientSession(reading, writing, message_handler=listen) as session:
            seen = {"initialize": plain(await session.initialize())}
            await session.send_ping()
            seen["prompts"] = plain(await session.list_prompts())
            seen["resources"] = plain(await session.list_resources())
            seen["templates"] = plain(await session.list_resource_templates())
            values = {"service": "api", "region": "south", "steps": "build\nship"}
            seen["prompt"] = plain(await session.get_prompt("deploy", values))
            seen["missing"] = await error(session.get_prompt("deploy", {"region": "west"}))
            seen["completion"] = plain(await session.complete(PromptReference(name="deploy"), {"name": "region", "value": "s"}))
            seen["texts"] = {}
            for resource in seen["resources"]["resources"]:
                seen["texts"][resource["uri"]] = plain(await session.read_resource(resource["uri"]))
            seen["absent"] = await error(session.read_resource("augury://no/such.md"))
            with open(edited, "w", encoding="utf-8") as file:
                file.write("# New\n\n**AI Prompt Template** `new`:\n```\nNew\n```\n")
            with anyio.fail_after(60):
                await both.wait()
            seen["told"] = sorted(set(told))
            seen["after"] = plain(await session.list_prompts())
    print(json.dumps(seen))


anyio.run(main)

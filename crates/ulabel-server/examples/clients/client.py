#!/usr/bin/env python3
"""Asks the service about names, over TCP or a unix socket: client.py ADDRESS NAME...

ADDRESS is HOST:PORT or the path of a unix socket. It needs nothing but Python.
"""

import http.client
import json
import socket
import sys


class UnixConnection(http.client.HTTPConnection):
    """HTTP over a unix socket."""

    def __init__(self, path):
        super().__init__("localhost", timeout=10)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


def check(connection, names):
    """The reports of names under the policy of .ch, in French."""
    body = json.dumps(names).encode()
    headers = {"Content-Type": "application/json", "Accept-Language": "fr"}
    connection.request("POST", "/v1/check?policy=ch", body, headers)
    response = connection.getresponse()
    answer = json.load(response)
    if response.status != 200:
        raise RuntimeError(f"{answer['code']}: {answer['detail']}")
    return answer


def main():
    address, *names = sys.argv[1:]
    connection = (
        UnixConnection(address) if "/" in address else http.client.HTTPConnection(address, timeout=10)
    )
    for report in check(connection, names):
        findings = report["findings"] + [f for label in report["labels"] for f in label["findings"]]
        print(report["input"], report["verdict"], *(finding["code"] for finding in findings))


if __name__ == "__main__":
    main()

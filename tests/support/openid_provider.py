"""A small OpenID provider on this machine: people say who they are by pressing a button.

It keeps to the code flow with PKCE (S256) and signs its tokens; a code is good once, for the client
and the address that it was made for.
"""

import base64
import contextlib
import hashlib
import html
import json
import secrets
import threading
import time
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwk, jwt

CLIENT_ID = "matchbook"
CLIENT_SECRET = "a-secret-of-tests"


@contextlib.contextmanager
def openid_provider(people: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    """The address of a running provider that knows ``people``: claims by the name on a button."""
    server = _Provider(("127.0.0.1", 0), _Answers)
    server.people = people
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.issuer
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def secrets_file(issuer: str, app_address: str) -> str:
    """The app's ``secrets.toml`` for this provider."""
    return "\n".join(
        (
            "[auth]",
            f'redirect_uri = "{app_address}/oauth2callback"',
            f'cookie_secret = "{secrets.token_hex(32)}"',
            f'client_id = "{CLIENT_ID}"',
            f'client_secret = "{CLIENT_SECRET}"',
            f'server_metadata_url = "{issuer}/.well-known/openid-configuration"',
        )
    )


class _Provider(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, *args: object) -> None:
        super().__init__(*args)
        self.key = jwk.RSAKey.generate_key(2048, parameters={"kid": "k1"}, private=True)
        self.codes: dict[str, tuple[str, dict[str, str]]] = {}
        self.people: Mapping[str, Mapping[str, object]] = {}

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Answers(BaseHTTPRequestHandler):
    server: _Provider

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(url.query).items()}
        if url.path == "/.well-known/openid-configuration":
            self._json(self._metadata())
        elif url.path == "/keys":
            self._json({"keys": [self.server.key.as_dict(private=False)]})
        elif url.path == "/authorize" and "person" in asked:
            self._send_back(asked)
        elif url.path == "/authorize":
            self._choice(asked)
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        form = {n: v[0] for n, v in parse_qs(self.rfile.read(length).decode()).items()}
        person, asked = self.server.codes.pop(form.get("code", ""), (None, {}))
        if person is None or not self._is_client(form) or not _is_same(asked, form):
            self._json({"error": "invalid_grant"}, 400)
            return
        now = int(time.time())
        claims = {
            "iss": self.server.issuer,
            "aud": CLIENT_ID,
            "sub": person,
            "iat": now,
            "exp": now + 600,
            "nonce": asked.get("nonce"),
            **self.server.people[person],
        }
        token = jwt.encode({"alg": "RS256", "kid": "k1"}, claims, self.server.key)
        self._json({"access_token": "none", "token_type": "Bearer", "id_token": token})

    def _metadata(self) -> dict[str, object]:
        issuer = self.server.issuer
        return {
            "issuer": issuer,
            "authorization_endpoint": f"{issuer}/authorize",
            "token_endpoint": f"{issuer}/token",
            "jwks_uri": f"{issuer}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def _choice(self, asked: Mapping[str, str]) -> None:
        links = "".join(
            f'<p><a href="/authorize?{html.escape(urlencode({**asked, "person": name}))}">{name}'
            "</a></p>"
            for name in self.server.people
        )
        self._answer(f"<h1>Who are you?</h1>{links}".encode(), "text/html")

    def _send_back(self, asked: dict[str, str]) -> None:
        code = secrets.token_hex(16)
        self.server.codes[code] = (asked["person"], asked)
        self.send_response(302)
        back = urlencode({"code": code, "state": asked["state"]})
        self.send_header("Location", f"{asked['redirect_uri']}?{back}")
        self.end_headers()

    def _is_client(self, form: Mapping[str, str]) -> bool:
        given = f"{form.get('client_id')}:{form.get('client_secret')}"
        kind, _, encoded = self.headers.get("Authorization", "").partition(" ")
        if kind == "Basic":
            given = base64.b64decode(encoded).decode()
        return given == f"{CLIENT_ID}:{CLIENT_SECRET}"

    def _json(self, content: object, status: int = 200) -> None:
        self._answer(json.dumps(content).encode(), "application/json", status)

    def _answer(self, content: bytes, mime_type: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", mime_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def _is_same(asked: Mapping[str, str], form: Mapping[str, str]) -> bool:
    """Whether a code is redeemed by whom it was made for."""
    digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
    challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    is_theirs = asked.get("redirect_uri") == form.get("redirect_uri")
    return is_theirs and asked.get("code_challenge") == challenge

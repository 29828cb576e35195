"""A sign-in of an organisation on loopback: OpenID Connect with PKCE, as strict as a real one."""

import base64
import hashlib
import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, GEHEIM = "koers", "een geheim van de proef"


class Organisatie:
    """Answers at `adres`. `wie`: the claims of who sits at the screen; `stuk`: what goes wrong on purpose."""

    def __init__(self) -> None:
        self.wie: dict = {}
        self.stuk = ""
        self.codes: dict[str, dict] = {}
        self.adres = ""
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)

    def configuration(self) -> dict:
        ends = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
        return {
            "issuer": self.adres,
            "jwks_uri": f"{self.adres}/jwks",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        } | {f"{naam}_endpoint": f"{self.adres}/{pad}" for naam, pad in ends.items()}

    def jwks(self) -> dict:
        public = jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        return {"keys": [public | {"kid": "een", "alg": "RS256", "use": "sig"}]}

    def authorize(self, asked: dict[str, str]) -> str:
        """Where the browser goes next: back, with a code that only who holds the verifier can use."""
        assert asked["response_type"] == "code"
        assert asked["client_id"] == CLIENT
        if self.stuk == "geweigerd":
            return f"{asked['redirect_uri']}?{urlencode({'error': 'access_denied', 'state': asked['state']})}"
        code = f"code{len(self.codes)}"
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, sent: dict[str, str]) -> tuple[int, dict]:
        """An ID token for a code; each code once, and only with the verifier of its challenge (RFC 7636)."""
        asked = self.codes.pop(sent.get("code", ""), None)
        if asked is None or self.stuk == "code":
            return 400, {"error": "invalid_grant"}
        digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if asked.get("code_challenge_method") != "S256" or asked.get("code_challenge") != challenge:
            return 400, {"error": "invalid_grant"}
        if sent.get("client_secret") != GEHEIM or sent.get("redirect_uri") != asked["redirect_uri"]:
            return 401, {"error": "invalid_client"}
        now = int(time.time())
        claims = {"iss": self.adres, "aud": CLIENT, "iat": now, "exp": now + 300} | self.wie
        claims |= {"afzender": {"iss": "https://elders.example"}, "publiek": {"aud": "een ander"}}.get(
            self.stuk, {}
        )
        claims |= {"exp": now - 60} if self.stuk == "verlopen" else {}
        signed = jwt.encode(claims, self.key, algorithm="RS256", headers={"kid": "een"})
        return 200, {"access_token": "toegang", "token_type": "Bearer", "id_token": signed}


@contextmanager
def organisatie():
    """The sign-in while it runs."""
    answering = Organisatie()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            url = urlsplit(self.path)
            if url.path == "/authorize":
                self.send_response(302)
                self.send_header("Location", answering.authorize(_one_of_each(url.query)))
                self.end_headers()
            else:
                found = {
                    "/.well-known/openid-configuration": answering.configuration,
                    "/jwks": answering.jwks,
                    "/userinfo": lambda: answering.wie,
                }[url.path]
                self._answer(500 if answering.stuk == "storing" else 200, found())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._answer(*answering.token(_one_of_each(body)))

        def _answer(self, status: int, content: dict) -> None:
            data = json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *args: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    answering.adres = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield answering
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _one_of_each(query: str) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(query).items()}

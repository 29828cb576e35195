"""A hub that only opens for who shows a certificate, on this machine, with certificates made for the test."""

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from koers.domain.weigering import Refused
from koers.exchange.berichten.bezorgen import HttpKanaal, Lot, Pas
from tests.integration.test_ijw_bezorgen import Knooppunt


def name(wie):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, wie)])


def issue(map_, wie, uitgever=None):
    """A certificate for `wie`, signed by `uitgever` (certificate, key) or by itself. Writes both files."""
    key = ec.generate_private_key(ec.SECP256R1())
    signer, signing = uitgever or (None, key)
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name(wie))
        .issuer_name(signer.subject if signer else name(wie))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=uitgever is None, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(signing, hashes.SHA256())
    )
    (map_ / f"{wie}.pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    sleutel = map_ / f"{wie}.key"
    sleutel.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    sleutel.chmod(0o600)
    return certificate, key


class Streng(Knooppunt):
    """The same hub over TLS, that asks for a certificate of `wortel`."""

    def __init__(self, map_) -> None:
        super().__init__()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(map_ / "knooppunt.pem", map_ / "knooppunt.key")
        context.load_verify_locations(map_ / "wortel.pem")
        context.verify_mode = ssl.CERT_REQUIRED
        self.socket = context.wrap_socket(self.socket, server_side=True)

    @property
    def adres(self) -> str:
        return super().adres.replace("http://", "https://")

    def handle_error(self, *_args):
        """Says nothing of who was turned away."""


@pytest.fixture
def papieren(tmp_path):
    wortel = issue(tmp_path, "wortel")
    issue(tmp_path, "knooppunt", wortel)
    issue(tmp_path, "koers", wortel)
    issue(tmp_path, "vreemd")
    return tmp_path


@pytest.fixture
def streng(papieren):
    server = Streng(papieren)
    draad = Thread(target=server.serve_forever, daemon=True)
    draad.start()
    yield server
    server.shutdown()
    server.server_close()
    draad.join()


def pas(papieren, wie="koers", wortel="wortel"):
    return Pas(papieren / f"{wie}.pem", papieren / f"{wie}.key", papieren / f"{wortel}.pem")


def test_who_shows_a_certificate_gets_in(streng, papieren):
    answer = HttpKanaal(streng.adres, pas(papieren)).deliver("een", b"<bericht/>")
    assert answer.lot is Lot.BEZORGD
    assert streng.kent == {"een": b"<bericht/>"}


@pytest.mark.parametrize("wie", ["vreemd", "knooppunt-onbekend"])
def test_who_shows_another_one_waits_outside_and_nothing_is_told(streng, papieren, wie):
    if wie == "knooppunt-onbekend":  # the hub itself is not of whom we believe
        kanaal = HttpKanaal(streng.adres, pas(papieren, wortel="vreemd"))
    else:
        kanaal = HttpKanaal(streng.adres, pas(papieren, wie=wie))
    assert kanaal.deliver("een", b"<bericht/>").lot is Lot.LATER
    assert streng.zag == []


def test_planted_a_pass_that_believes_every_hub_tells_a_stranger(streng, papieren):
    kanaal = HttpKanaal(streng.adres, pas(papieren, wortel="vreemd"))
    assert kanaal.context is not None
    kanaal.context.check_hostname = False
    kanaal.context.verify_mode = ssl.CERT_NONE
    assert kanaal.deliver("een", b"<bericht/>").lot is Lot.BEZORGD
    assert streng.zag == ["een"]


def test_a_key_that_others_can_read_is_not_used(papieren):
    (papieren / "koers.key").chmod(0o644)
    with pytest.raises(Refused, match="sleutel_voor_iedereen"):
        HttpKanaal("https://127.0.0.1:1/", pas(papieren))


def test_a_certificate_that_is_none_is_named(papieren):
    (papieren / "koers.pem").write_text("geen certificaat")
    with pytest.raises(Refused, match="certificaat_onleesbaar"):
        HttpKanaal("https://127.0.0.1:1/", pas(papieren))


def test_without_tls_there_is_nobody_to_show_it_to(papieren):
    with pytest.raises(Refused, match="pas_zonder_tls"):
        HttpKanaal("http://127.0.0.1:1/", pas(papieren))

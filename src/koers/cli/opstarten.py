"""What `koers serve` and `koers werk` look at before they begin."""

import socket
import sys
from ipaddress import ip_address

import click


def require_sound_start() -> None:
    """Runs the checks that the settings room registered; any fault is a sentence on stderr and code 1."""
    from django.core.checks import run_checks

    faults = run_checks(tags=["koers"], include_deployment_checks=True)
    for fault in faults:
        click.echo(str(fault.msg), err=True)
    if faults:
        click.echo("Koers is niet gestart.", err=True)
        sys.exit(1)


def require_loopback_in_demo(host: str) -> None:
    """The demo has known keys and log-ins: it talks to this machine only. Refused: demo_alleen_hier."""
    from django.conf import settings

    from koers.domain.weigering import Refused

    if settings.DEMO and not is_loopback(host):
        raise Refused("demo_alleen_hier", host=host)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach that address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def require_free_port(host: str, port: int) -> None:
    """Refused: poort_bezet, poort_mag_niet, or adres_onbekend, before anything else is started."""
    from koers.domain.weigering import Refused

    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror as error:
        raise Refused("adres_onbekend", host=host) from error
    with socket.socket(family, kind) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except PermissionError as error:
            raise Refused("poort_mag_niet", poort=port) from error
        except OSError as error:
            raise Refused("poort_bezet", host=host, poort=port) from error

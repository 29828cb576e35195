"""Signing in: who may, with which factors, and what the log hears of it.

Accounts are made by a functioneel beheerder. Nobody registers, and no e-mail opens anything: an expired
domain would open it for somebody else.
"""

from collections.abc import Callable

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from koers.actions.kern.aanmelden import (
    find_demo,
    find_for_oidc,
    log_failed_sign_in,
    log_sign_in,
    log_sign_out,
)
from koers.registers.kern.kluis import open_text, seal_text
from koers.registers.klok import nu

BACKEND = "koers.web.kern.aanmelden.KoersBackend"
PROVIDER_FACTOR = "tweede_factor_van_organisatie"


def typed_name(request: HttpRequest, credentials: dict | None = None) -> str:
    """The name that somebody typed, the same whichever library asks; capitals do not make a new name."""
    given = credentials or {}
    return str(given.get("username") or given.get("login") or request.POST.get("login", "")).strip().lower()


class KoersBackend(ModelBackend):
    """Passwords. A closed account, and a demo account outside the demo, are let in nowhere."""

    def user_can_authenticate(self, user) -> bool:
        return bool(user.is_active) and (settings.DEMO or not user.demo)


class AccountAdapter(DefaultAccountAdapter):
    """Our sentences, and no registration."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar."),
        "too_many_login_attempts": _("Te veel pogingen. Wacht een paar minuten en probeer het opnieuw."),
        "incorrect_password": _("Dit wachtwoord klopt niet."),
        "enter_current_password": _("Vul uw huidige wachtwoord in."),
        "rate_limited": _("Te veel pogingen. Wacht een paar minuten en probeer het opnieuw."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(self, *args: object, **kwargs: object) -> None:
        """The pages say themselves what happened."""

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Who signed in a moment ago need not say so again to set up a second factor."""
        records = get_authentication_records(self.request, self.request.user)
        return not records or nu().timestamp() - records[-1]["at"] > settings.ACCOUNT_REAUTHENTICATION_TIMEOUT

    def set_password(self, user, password: str) -> None:
        user.startwachtwoord = False
        super().set_password(user, password)


class FactorAdapter(DefaultMFAAdapter):
    """Second factors; their secrets are kept sealed."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _(
            "Deze code klopt niet. Een code geldt een halve minuut; kijk nog eens in de app."
        ),
    }

    def encrypt(self, text: str) -> str:
        return seal_text(text, "tweede_factor")

    def decrypt(self, encrypted_text: str) -> str:
        return open_text(encrypted_text, "tweede_factor")

    def get_totp_label(self, user) -> str:
        return user.gebruikersnaam


class OrganisatieAdapter(DefaultSocialAccountAdapter):
    """Sign-in by the organisation: only for accounts that exist, tied to the subject from then on.

    Never by e-mail address: the provider's word for an address is no proof of who somebody is.
    """

    def pre_social_login(self, request: HttpRequest, sociallogin) -> None:
        claims = _claims(sociallogin)
        wanted = settings.OIDC_TWEEDE_FACTOR_AMR
        request.session[PROVIDER_FACTOR] = bool(wanted) and wanted in (claims.get("amr") or [])
        if sociallogin.is_existing:
            return
        medewerker = find_for_oidc(str(claims.get(settings.OIDC_CLAIM) or ""))
        if medewerker is None or medewerker.socialaccount_set.exists():
            raise ImmediateHttpResponse(render(request, "account/onbekend.html", status=403))
        sociallogin.connect(request, medewerker)

    def is_open_for_signup(self, request: HttpRequest, sociallogin) -> bool:
        return False

    def on_authentication_error(self, request: HttpRequest, provider, **kwargs: object) -> None:
        raise ImmediateHttpResponse(render(request, "account/mislukt.html", status=401))


def _claims(sociallogin) -> dict:
    """What the provider said; the ID token goes before the userinfo answer."""
    data = sociallogin.account.extra_data or {}
    return (data.get("userinfo") or {}) | (data.get("id_token") or {}) if "id_token" in data else data


def used_second_factor(request: HttpRequest) -> bool:
    """Whether a second factor was used in this session: ours, or the organisation's if that counts."""
    methods = {record.get("method") for record in get_authentication_records(request, request.user)}
    return "mfa" in methods or ("socialaccount" in methods and bool(request.session.get(PROVIDER_FACTOR)))


@receiver(authenticator_added)
def _factor_was_just_used(request: HttpRequest, user, authenticator: Authenticator, **kwargs: object) -> None:
    """Who sets up a factor has just given a right code with it."""
    if authenticator.type == Authenticator.Type.TOTP:
        record_authentication(request, user, method="mfa", type=authenticator.type)


def via_organisatie(request: HttpRequest, provider_id: str) -> HttpResponse:
    """To the organisation's own sign-in."""
    return _asking_organisation(oidc.login, request, provider_id)


def terug_van_organisatie(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Back from the organisation's own sign-in, with its answer."""
    return _asking_organisation(oidc.callback, request, provider_id)


def _asking_organisation(view: Callable, request: HttpRequest, provider_id: str) -> HttpResponse:
    """An organisation that does not answer, or answers something else, is told in a sentence."""
    try:
        return view(request, provider_id)
    except (OSError, ValueError, KeyError):  # no connection or an error of theirs; no JSON; no such address
        return render(request, "account/mislukt.html", status=401)


@require_GET
def tweede_factor(request: HttpRequest) -> HttpResponse:
    """The second step: set it up, use it, or see that it is in order."""
    if used_second_factor(request) or request.user.demo:
        return render(request, "account/tweede_factor.html", {"aan": _has_factor(request)})
    return redirect("mfa_reauthenticate" if _has_factor(request) else "mfa_activate_totp")


def _has_factor(request: HttpRequest) -> bool:
    return Authenticator.objects.filter(user=request.user, type=Authenticator.Type.TOTP).exists()


def bestaat_niet(request: HttpRequest, **kwargs: object) -> HttpResponse:
    """For addresses that the sign-in library wants to exist: nobody registers or resets a password here."""
    raise Http404


@require_POST
def demo_aanmelden(request: HttpRequest) -> HttpResponse:
    """Signs in as one of the people of the demo; outside the demo this address does not exist."""
    medewerker = find_demo(request.POST.get("gebruikersnaam", "")) if settings.DEMO else None
    if medewerker is None:
        raise Http404
    from allauth.account.internal.flows.login import perform_login
    from allauth.account.models import Login

    medewerker.backend = BACKEND
    perform_login(request, Login(user=medewerker))
    return redirect("vandaag")


@receiver(user_logged_in)
def _signed_in(sender, request: HttpRequest, user, **kwargs: object) -> None:
    log_sign_in(user)


@receiver(user_logged_out)
def _signed_out(sender, request: HttpRequest, user, **kwargs: object) -> None:
    if user is not None:
        log_sign_out(user)


@receiver(user_login_failed)
def _failed(sender, credentials: dict, request: HttpRequest | None = None, **kwargs: object) -> None:
    log_failed_sign_in(str(credentials.get("username") or credentials.get("gebruikersnaam") or ""))

"""Addresses of signing in. Names with an underscore are those that the sign-in library asks for."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.urls import path

from koers.web.kern import aanmelden

urlpatterns = [
    path("aanmelden/", account.login, name="aanmelden"),
    path("aanmelden/", account.login, name="account_login"),
    path("aanmelden/demo/", aanmelden.demo_aanmelden, name="demo-aanmelden"),
    path("aanmelden/via/<slug:provider_id>/", aanmelden.via_organisatie, name="openid_connect_login"),
    path(
        "aanmelden/via/<slug:provider_id>/terug/",
        aanmelden.terug_van_organisatie,
        name="openid_connect_callback",
    ),
    path("afmelden/", account.logout, name="afmelden"),
    path("afmelden/", account.logout, name="account_logout"),
    path("account-gesloten/", account.account_inactive, name="account_inactive"),
    path("wachtwoord/", account.password_change, name="account_change_password"),
    path("bevestigen/", account.reauthenticate, name="account_reauthenticate"),
    path("tweede-factor/", aanmelden.tweede_factor, name="tweede-factor"),
    path("tweede-factor/", aanmelden.tweede_factor, name="mfa_index"),
    path("tweede-factor/code/", mfa.authenticate, name="mfa_authenticate"),
    path("tweede-factor/bevestigen/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("tweede-factor/instellen/", totp.activate_totp, name="mfa_activate_totp"),
    path("tweede-factor/herstelcodes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "tweede-factor/herstelcodes/nieuw/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"
    ),
    *(
        path(f"bestaat-niet/{naam}/", aanmelden.bestaat_niet, name=naam)
        for naam in (
            "account_signup",
            "account_email",
            "account_reset_password",
            "account_set_password",
            "mfa_deactivate_totp",
            "socialaccount_connections",
            "socialaccount_login_cancelled",
            "socialaccount_login_error",
            "socialaccount_signup",
        )
    ),
]

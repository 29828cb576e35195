"""Settings, all from the environment (`KOERS_…`), with defaults that are safe or that only the demo gets."""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from environs import Env

env = Env(prefix="KOERS_")

# Where the program may write: the database of one machine, the witness, the mart.
VAR = Path(env.str("VAR", "var")).resolve()
# The compiled forecast is kept there too; where there is no such directory, beside the program.
if os.access(VAR, os.W_OK):
    os.environ.setdefault("NUMBA_CACHE_DIR", str(VAR / "numba"))
DEMO = env.bool("DEMO", False)
TESTING = env.bool("TESTING", False)
DEBUG = env.bool("DEBUG", False)

# Keys. The demo and the tests get fixed ones that protect nothing; anywhere else they must be given.
_DEMO_SLEUTEL = "demo-sleutel-beschermt-niets" * 2
SECRET_KEY = env.str("GEHEIME_SLEUTEL", _DEMO_SLEUTEL if DEMO or TESTING else "")
# 32 bytes as hex each: to encrypt the BSN, and to make its index.
BSN_SLEUTEL = env.str("BSN_SLEUTEL", "11" * 32 if DEMO or TESTING else "")
BSN_INDEX_SLEUTEL = env.str("BSN_INDEX_SLEUTEL", "22" * 32 if DEMO or TESTING else "")

ALLOWED_HOSTS = env.list("HOSTS", ["127.0.0.1", "localhost", "[::1]"])
ROOT_URLCONF = "koers.config.urls"
WSGI_APPLICATION = "koers.config.wsgi.application"

INSTALLED_APPS = [
    "koers.registers.kern",
    "koers.registers.toegang",
    "koers.registers.zorg",
    "koers.registers.monitor",
    "koers.registers.netwerk",
    "koers.registers.prognose",
    "koers.registers.sturing",
    "koers.web",
    "koers.config",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "koers.web.middleware.TaalMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "koers.web.middleware.ToegangMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "koers.web.context.scherm",
            ]
        },
    }
]

# One file on one machine, or PostgreSQL for several processes (decisions 7 and 8).
DATABASES = {"default": env.dj_db_url("DATABASE_URL", f"sqlite:///{VAR}/koers.sqlite3")}
# The road of the owner, for `koers databank`; the program itself never uses it.
EIGENAAR_URL = env.str("EIGENAAR_URL", "")
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file in the tests too: in memory SQLite locks differently.
    DATABASES["default"]["TEST"] = {"NAME": VAR / "test.sqlite3"}
    # Opening the file reads all tables and triggers anew, and the last to close it tidies up.
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
        "PRAGMA recursive_triggers=ON;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"]["OPTIONS"] = {"pool": {"min_size": 1, "max_size": env.int("DATABASE_POOL", 8)}}

# People
AUTH_USER_MODEL = "kern.Medewerker"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "koers.web.kern.aanmelden.KoersBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("gebruikersnaam", "naam", "email")},
    },
    {"NAME": "koers.web.kern.wachtwoorden.GewoonWoordValidator"},
]
LOGIN_URL = "aanmelden"
LOGIN_REDIRECT_URL = "vandaag"
LOGOUT_REDIRECT_URL = "start"

# Accounts are made by a functioneel beheerder; nobody registers, and no e-mail opens anything.
ACCOUNT_ADAPTER = "koers.web.kern.aanmelden.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "gebruikersnaam"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
# Passwords are guarded by axes below; this one also bounds guesses of a code (10 in five minutes).
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,10/300s/key"}
MFA_ADAPTER = "koers.web.kern.aanmelden.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Koers"

# Failed log-ins lock the name from that address for a while. The address comes from the connection itself:
# a header can be made up by whoever sends it.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_USERNAME_CALLABLE = "koers.web.kern.aanmelden.typed_name"
AXES_LOCKOUT_CALLABLE = "koers.web.fouten.te_vaak"
AXES_RESET_ON_SUCCESS = True
AXES_IPWARE_META_PRECEDENCE_ORDER = ["REMOTE_ADDR"]
AXES_SENSITIVE_PARAMETERS = ["login", "password"]
AXES_VERBOSE = False

# The organisation's own sign-in (OpenID Connect with PKCE), by configuration only.
OIDC_ISSUER = env.str("OIDC_ISSUER", "")
# Where its sign-in page is, when that is at another host than the issuer.
OIDC_AANMELDPAGINA = env.str("OIDC_AANMELDPAGINA", "")
OIDC_NAAM = env.str("OIDC_NAAM", "uw organisatie")
# The claim that has to equal the gebruikersnaam the first time; afterwards the subject decides.
OIDC_CLAIM = env.str("OIDC_CLAIM", "preferred_username")
# A value in `amr` that says that the provider asked a second factor itself; empty: Koers asks.
OIDC_TWEEDE_FACTOR_AMR = env.str("OIDC_TWEEDE_FACTOR_AMR", "")
SOCIALACCOUNT_ADAPTER = "koers.web.kern.aanmelden.OrganisatieAdapter"
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "organisatie",
                "name": OIDC_NAAM,
                "client_id": env.str("OIDC_CLIENT_ID", ""),
                "secret": env.str("OIDC_CLIENT_SECRET", ""),
                "settings": {"server_url": OIDC_ISSUER, "uid_field": "sub"},
            }
        ]
        if OIDC_ISSUER
        else [],
    }
}
SESSION_COOKIE_AGE = 8 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "koers.web.fouten.formulier_verlopen"

# Language and time: Dutch first; moments are stored in UTC, shown in legal time.
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("en", _("Engels"))]
LOCALE_PATHS = [Path(__file__).resolve().parents[1] / "web" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
FORMAT_MODULE_PATH = ["koers.web.formats"]

# A municipality's own NL Design System theme file; empty: Koers's own.
THEMA_CSS = env.str("THEMA_CSS", "")

STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES = {
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TESTING or DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


# Nothing from elsewhere, nothing inline.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "font-src": [NONE],
        # The button that leads to the organisation's own sign-in is a form, so its host is named.
        "form-action": [SELF, *dict.fromkeys(map(_origin, filter(None, (OIDC_ISSUER, OIDC_AANMELDPAGINA))))],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
# Off only in the demo on loopback, or in tests; start-up refuses the pair elsewhere.
_VEILIG = not (DEMO or TESTING)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _VEILIG
SECURE_HSTS_SECONDS = 31536000 if _VEILIG else 0
SECURE_SSL_REDIRECT = env.bool("HTTPS_OMLEIDEN", False)

# The mart: pseudonymised files to count from. Its key stays out of it, and out of the database.
MART = Path(env.str("MART", str(VAR / "mart")))
MART_SLEUTEL = env.str("MART_SLEUTEL", "33" * 32 if DEMO or TESTING else "")

# Where figures are counted when somebody asks for another engine: `koers monitor --motor`.
SPARK_MASTER = env.str("SPARK_MASTER", "")
TELDATABANK = env.str("TELDATABANK", "")

# Where the log's outside witness lives (decision 9).
GETUIGE = Path(env.str("GETUIGE", str(VAR / "getuige" / "log.jsonl")))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"regel": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"scherm": {"class": "logging.StreamHandler", "formatter": "regel"}},
    "root": {"handlers": ["scherm"], "level": "INFO" if DEBUG else "WARNING"},
}

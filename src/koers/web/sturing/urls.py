"""Addresses of door sturing."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

"""Addresses of door prognose."""

from django.urls import path

from koers.web.prognose import doel, wat_als

urlpatterns = [
    path("wat-als/", wat_als.wat_als_begin, name="wat-als-begin"),
    path("wat-als/<slug:code>/", wat_als.wat_als, name="wat-als"),
    path("wat-als/<slug:code>/doel/", doel.doel, name="wat-als-doel"),
    path("wat-als/<slug:code>/terugkijken/", wat_als.terugkijken, name="wat-als-terugkijken"),
]

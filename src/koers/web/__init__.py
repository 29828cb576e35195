"""Pages: forms, views, templates and components, one door per pillar."""

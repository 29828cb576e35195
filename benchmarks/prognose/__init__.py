"""How good the forecast is, on invented histories whose future is known."""

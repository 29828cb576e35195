"""What templates may call: formats, icons and small components."""

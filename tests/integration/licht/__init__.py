"""Light help, the future plan, and help that goes on."""

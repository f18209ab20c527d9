"""What goes into a city's YAML by machine: every line that is not its own stays as it was."""

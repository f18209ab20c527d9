"""What a new workspace and a new city begin with: files that explain themselves."""

"""The package that is handed in: documents and originals, in a bag that proves itself."""

"""What can be computed of a dossier: how far the questions are answered, and scores."""

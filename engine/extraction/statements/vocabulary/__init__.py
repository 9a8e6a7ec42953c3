"""The words that statements use, by meaning: data only, in many languages and scripts."""
